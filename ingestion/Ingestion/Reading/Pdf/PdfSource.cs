using AgentHelpdesk.Ingestion.Reading.Layout;
using UglyToad.PdfPig;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>The PDF library's side of reading: opens the file and gives each page's words, lines and fills.</summary>
internal sealed class PdfSource(PdfDocument document, ReadingOptions options, List<ReadingProblem> problems) : IDisposable
{
    public int PageCount => document.NumberOfPages;

    public string? Title => document.Information.Title;

    public static PdfDocument Open(ReadOnlyMemory<byte> content) => PdfDocument.Open(content, new ParsingOptions
    {
        UseLenientParsing = true,
        SkipMissingFonts = true,
        Password = "",
    });

    public PageContent Read(int number)
    {
        var page = document.GetPage(number);
        var letters = page.Letters;
        if (letters.Count > options.MaxLettersPerPage)
        {
            problems.Add(new(ReadingProblemKind.LimitExceeded, number, $"{letters.Count} letters"));
            letters = [];
        }

        var frame = LetterReader.FrameOf(letters, page.Width, page.Height);
        var glyphs = LetterReader.Read(letters, frame, null, out var unmapped);
        if (unmapped > 20 && unmapped > letters.Count / 10)
            problems.Add(new(ReadingProblemKind.UnmappedCharacters, number, $"{unmapped} of {letters.Count}"));

        var paths = new PathReader(frame);
        paths.Read(page.Paths);
        return new()
        {
            Number = number,
            Frame = frame,
            Words = WordBuilder.Build(glyphs),
            Rulings = paths.Rulings,
            Fills = paths.Fills,
            Bullets = paths.Bullets,
            HasImages = page.NumberOfImages > 0,
        };
    }

    public void Dispose() => document.Dispose();
}
