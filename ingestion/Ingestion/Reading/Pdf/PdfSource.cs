using System.Diagnostics.CodeAnalysis;
using AgentHelpdesk.Ingestion.Reading.Joining;
using AgentHelpdesk.Ingestion.Reading.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>The PDF library's side of reading: opens the file and gives each page's words, lines and fills. What goes wrong becomes a problem.</summary>
internal sealed class PdfSource : IDisposable
{
    private readonly PdfDocument _document;
    private readonly ReadingOptions _options;
    private readonly ReadingBudget _budget;
    private readonly List<ReadingProblem> _problems;
    private readonly StructureTags _tags;

    private PdfSource(PdfDocument document, ReadingOptions options, ReadingBudget budget, List<ReadingProblem> problems)
    {
        (_document, _options, _budget, _problems) = (document, options, budget, problems);
        _tags = new(document);
        PageCount = document.NumberOfPages;
        Title = DocumentTitle.Of(document.Information.Title);
    }

    public int PageCount { get; }

    public string? Title { get; }

    public static bool TryOpen(
        ReadOnlyMemory<byte> content, ReadingOptions options, List<ReadingProblem> problems, CancellationToken ct,
        [NotNullWhen(true)] out PdfSource? source, [NotNullWhen(false)] out ReadingProblem? unreadable)
    {
        var budget = new ReadingBudget(options, ct);
        PdfDocument? document = null;
        (source, unreadable) = (null, null);
        try
        {
            document = PdfDocument.Open(content, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                Password = "",
                FilterProvider = new BoundedFilters(budget),
            });
            source = new(document, options, budget, problems);
            return true;
        }
        catch (PdfDocumentEncryptedException exception)
        {
            unreadable = new(ReadingProblemKind.PasswordNeeded, null, exception.Message);
        }
        catch (Exception exception) when (IsContentsFault(exception))
        {
            unreadable = Problem(exception, budget, ReadingProblemKind.Damaged, null);
        }

        document?.Dispose();
        return false;
    }

    /// <summary>An unreadable page is empty, and reported; the others are read.</summary>
    public PageContent Read(int number)
    {
        _budget.Check();
        try
        {
            var page = _document.GetPage(number);
            var content = Read(number, page);
            if (_budget.TakeRefused() is { } refused)
                _problems.Add(new(ReadingProblemKind.LimitExceeded, number, refused));
            else if (content.Words.Count == 0)
                _problems.Add(new(ReadingProblemKind.PageWithoutText, number, content.HasImages ? "image" : ""));
            return content;
        }
        catch (Exception exception) when (IsContentsFault(exception))
        {
            _problems.Add(Problem(exception, _budget, ReadingProblemKind.PageUnreadable, number));
            return new() { Number = number, Frame = new(0, 0, 0), Words = [] };
        }
    }

    /// <summary>None when the outline is damaged: the text is worth more than its side bar.</summary>
    public List<Bookmark> Bookmarks()
    {
        try
        {
            return BookmarkReader.Read(_document);
        }
        catch (Exception exception) when (IsContentsFault(exception))
        {
            return [];
        }
    }

    /// <summary>The reason for which a document without a word can't be published: the worst that was met.</summary>
    public ReadingProblem WhyNoText(IReadOnlyList<PageContent> pages)
    {
        foreach (var kind in (ReadOnlySpan<ReadingProblemKind>)[ReadingProblemKind.LimitExceeded, ReadingProblemKind.PageUnreadable, ReadingProblemKind.UnmappedCharacters])
        {
            if (_problems.Find(problem => problem.Kind == kind) is { } met)
                return met with { Kind = kind == ReadingProblemKind.PageUnreadable ? ReadingProblemKind.Damaged : kind };
        }

        return new(ReadingProblemKind.NoText, null, $"{pages.Count(page => page.HasImages)} of {pages.Count} pages are images");
    }

    public void Dispose() => _document.Dispose();

    private PageContent Read(int number, UglyToad.PdfPig.Content.Page page)
    {
        var letters = page.Letters;
        if (letters.Count > _options.MaxLettersPerPage)
        {
            _budget.Refuse($"{letters.Count} letters");
            letters = [];
        }

        var frame = LetterReader.FrameOf(letters, page.Width, page.Height);
        var headings = Headings(page);
        var glyphs = LetterReader.Read(letters, frame, headings is null ? null : letter => headings.GetValueOrDefault(letter, -1), out var unmapped);
        if (unmapped > 20 && unmapped > letters.Count / 10)
            _problems.Add(new(ReadingProblemKind.UnmappedCharacters, number, $"{unmapped} of {letters.Count}"));

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

    private Dictionary<Letter, int>? Headings(UglyToad.PdfPig.Content.Page page)
    {
        try
        {
            return _tags.Headings(page);
        }
        catch (Exception exception) when (IsContentsFault(exception))
        {
            // A damaged structure tree: the type tells headings too.
            return null;
        }
    }

    /// <summary>The library throws exceptions of every kind at what it did not expect; all of them say something about the file.</summary>
    private static bool IsContentsFault(Exception exception) => exception is not OperationCanceledException;

    private static ReadingProblem Problem(Exception exception, ReadingBudget budget, ReadingProblemKind kind, int? page)
    {
        var refused = budget.TakeRefused();
        return refused is not null || exception is OutOfMemoryException
            ? new(ReadingProblemKind.LimitExceeded, page, refused ?? "memory")
            : new(kind, page, exception.Message);
    }
}
