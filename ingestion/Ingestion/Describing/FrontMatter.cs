using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>
/// The printed lines of the pages on which a document introduces itself: page 1, and page 2 behind a cover. What is read is bounded,
/// whatever a page holds.
/// </summary>
internal sealed class FrontMatter
{
    private const int MostLines = 250;
    private const int MostCharacters = 16_000;

    /// <summary>A cover: a first page with less text than this.</summary>
    private const int FullestCover = 700;

    /// <summary>A paragraph longer than this below the title is the beginning of the text.</summary>
    private const int LongestRemark = 250;

    /// <summary>Text set smaller than this, in points, is not for readers.</summary>
    private const float SmallestPrint = 4;

    private FrontMatter(ImmutableArray<FrontLine> lines, string flow, int introduction)
    {
        (Lines, Flow) = (lines, flow);
        Introduction = lines[..introduction];
        IntroductionEnd = introduction < lines.Length ? lines[introduction].Start : flow.Length;
    }

    public ImmutableArray<FrontLine> Lines { get; }

    /// <summary>The lines before the text proper begins: letterhead, title, the frame with object and dates.</summary>
    public ImmutableArray<FrontLine> Introduction { get; }

    /// <summary>The plain small letters of all lines, one line feed between two.</summary>
    public string Flow { get; }

    /// <summary>Where <see cref="Introduction"/> ends in <see cref="Flow"/>.</summary>
    public int IntroductionEnd { get; }

    public static FrontMatter Of(ReadDocument document)
    {
        var last = IsCover(document) ? 2 : 1;
        var lines = ImmutableArray.CreateBuilder<FrontLine>();
        var flow = new StringBuilder();
        foreach (var block in document.Blocks.Where(block => block.Page <= last && block.Kind != BlockKind.Footer && !IsHidden(block)))
        {
            foreach (var text in PrintedLines.Of(block, document.Pages))
            {
                if (lines.Count == MostLines || flow.Length + text.Length > MostCharacters)
                    return Build(lines, flow);
                var line = new FrontLine(text, block, flow.Length, lines.Count == 0 || lines[^1].Block != block);
                lines.Add(line);
                flow.Append(line.Plain).Append('\n');
            }
        }

        return Build(lines, flow);
    }

    /// <summary>The words behind a stretch of <see cref="Flow"/>, as printed.</summary>
    public Printed PrintedAt(int start, int length)
    {
        var end = start + length;
        var touched = Lines.Where(line => line.Start < end && start < line.End).ToArray();
        var words = string.Join(' ', touched.Select(line => line.Source(Math.Max(start, line.Start), Math.Min(end, line.End)).Trim()));
        return new(words, touched.Length == 0 ? 1 : touched[0].Block.Page);
    }

    public FrontLine? LineAt(int position) => Lines.FirstOrDefault(line => line.Start <= position && position <= line.End);

    private static FrontMatter Build(ImmutableArray<FrontLine>.Builder lines, StringBuilder flow)
    {
        var all = lines.ToImmutable();
        var (body, isTitled) = (0, false);
        while (body < all.Length && !BeginsText(all[body], isTitled))
            isTitled |= all[body++].Block.Kind == BlockKind.Heading;
        return new(all, flow.ToString(), body);
    }

    // "1. Objet", "Article 1er", "Sommaire"; the divisions of a code's cover are part of its title.
    private static bool BeginsText(FrontLine line, bool isTitled)
    {
        if (!line.IsFirst || line.Block.Kind is BlockKind.Header)
            return false;
        if (line.Block.Kind != BlockKind.Heading)
            return isTitled && IsText(line);
        var number = DraftingPatterns.Number().Match(line.Letters.Text);
        return (number.Success && number.Groups["sign"].Length > 0)
            || DraftingPatterns.ArticleWord().IsMatch(line.Plain)
            || DraftingPatterns.BareArticle().IsMatch(line.Letters.Text)
            || DraftingPatterns.ContentsTitle().IsMatch(line.Plain)
            || (isTitled && line.Block.Text.TrimEnd().EndsWith('?'));
    }

    // Under the title a frame of labelled lines may stand; sentences, lists and the words of a table are the text.
    private static bool IsText(FrontLine line) => line.Block.Kind switch
    {
        BlockKind.Caption or BlockKind.List => true,
        BlockKind.Paragraph => line.Block.Text.Length > LongestRemark && !DescribingPatterns.Label.IsMatch(line.Plain),
        _ => false,
    };

    private static bool IsCover(ReadDocument document)
    {
        var characters = 0;
        foreach (var block in document.Blocks.Where(block => block.Page == 1))
        {
            characters += block.Text.Length;
            if (characters > FullestCover || block.Kind is BlockKind.Table or BlockKind.List)
                return false;
        }

        // A first page without text (a scan, a damaged page) hides the title: the second doesn't begin with one.
        return characters > 0;
    }

    private static bool IsHidden(Block block) => block.FontSize is > 0 and < SmallestPrint;
}

/// <param name="Words">As printed, lines joined by a blank.</param>
/// <param name="Page">The physical page, from 1.</param>
internal readonly record struct Printed(string Words, int Page);
