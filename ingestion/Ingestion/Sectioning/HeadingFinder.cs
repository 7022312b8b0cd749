using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>
/// Tells headings from text: the layout proposes, drafting customs dispose. Cuts a heading from the provision that runs on from it
/// ("Art. 5. – Le montant…") and joins a heading that was set on two lines.
/// </summary>
internal sealed class HeadingFinder(SectioningOptions options)
{
    private const int LongestTitle = 180;
    private const int LastCoverPage = 2;

    internal ImmutableArray<HeadingLine> Find(ImmutableArray<Block> blocks)
    {
        var bodySize = BodySize(blocks);
        // A division set like text on the first pages, before the first one that is set like a heading, is a cover's line.
        var firstDivision = blocks.FirstOrDefault(block => block.Kind == BlockKind.Heading && HeadingMarkReader.Read(block.Text) is { Kind: MarkKind.Division });
        var isCover = firstDivision is not null;
        var lines = new List<HeadingLine>();
        foreach (var block in blocks)
        {
            isCover &= block != firstDivision && block.Page <= LastCoverPage;
            lines.AddRange(Read(block, bodySize, isCover));
        }

        DropReferenceLists(lines);
        return WithLeads([.. Joined(lines)]);
    }

    private static ImmutableArray<HeadingLine> WithLeads(ImmutableArray<HeadingLine> lines) =>
        [.. lines.Select((line, i) => line with { Leads = line.IsHeading && i + 1 < lines.Length && lines[i + 1].IsHeading && line.CompareLooks(lines[i + 1]) == 0 })];

    private IEnumerable<HeadingLine> Read(Block block, float bodySize, bool isCover)
    {
        var mark = block.Kind is BlockKind.Heading or BlockKind.Paragraph or BlockKind.Note ? HeadingMarkReader.Read(block.Text) : null;
        var emphasised = block.Kind == BlockKind.Heading || block.Bold || block.FontSize > bodySize * 1.06f;
        if (mark is { Kind: MarkKind.Article, After: AfterMark.Joined } && RunsOn(block, mark))
        {
            yield return new(block.Slice(0, mark.Length) with { Kind = BlockKind.Heading }, true, mark with { After = AfterMark.Nothing });
            yield return new(block.Slice(mark.Length, block.Text.Length) with { Kind = BlockKind.Paragraph, Level = 0 }, false, null);
            yield break;
        }

        var isHeading = block.Kind switch
        {
            BlockKind.Heading => IsPlausible(block, mark),
            BlockKind.Paragraph => IsMarked(block, mark, emphasised, isCover),
            // The titles of some texts are framed, which remarks are as well.
            BlockKind.Note => mark is { Kind: MarkKind.Division, After: not AfterMark.Phrase } && IsMarked(block, mark, emphasised, isCover),
            _ => false,
        };
        yield return isHeading
            ? new(block with { Kind = BlockKind.Heading }, true, mark is { After: AfterMark.Phrase, Kind: not MarkKind.Number } ? null : mark)
            : new(block.Kind == BlockKind.Heading ? block with { Kind = BlockKind.Paragraph, Level = 0 } : block, false, null);
    }

    // After "Article 5." comes its title if it is short, unfinished by a point, and set like a heading; else the provision itself.
    private static bool RunsOn(Block block, HeadingMark mark)
    {
        var rest = block.Text.AsSpan(mark.Length).Trim();
        return rest.Length > LongestTitle || (rest.Length > 0 && rest[^1] is '.' or ';' or ':' or ',') || (block.Kind != BlockKind.Heading && !block.Bold && rest.Length > 80);
    }

    private bool IsPlausible(Block block, HeadingMark? mark)
    {
        var text = block.Text;
        if (text.Length > options.LongestHeading || !text.Any(char.IsLetterOrDigit) || text[^1] is ';' or ',')
            return false;
        if (mark is { Kind: MarkKind.Division or MarkKind.Article or MarkKind.Annex, After: not AfterMark.Phrase })
            return true;
        return !IsSentence(text);
    }

    private bool IsMarked(Block block, HeadingMark? mark, bool emphasised, bool isCover) => mark switch
    {
        null => false,
        { After: AfterMark.Phrase, Kind: not MarkKind.Number } => false,
        { Kind: MarkKind.Article } => mark.After is AfterMark.Nothing or AfterMark.Repealed || (mark.After == AfterMark.Joined && !IsSentence(block.Text)),
        { Kind: MarkKind.Division } => (emphasised || !isCover) && block.Text.Length <= options.LongestHeading && !EndsLikeText(block.Text),
        { Kind: MarkKind.Annex } => block.Text.Length <= LongestTitle && !EndsLikeText(block.Text) && (mark.After != AfterMark.Title || emphasised),
        _ => emphasised && mark.After != AfterMark.Nothing && block.Text.Length <= LongestTitle && !EndsLikeText(block.Text),
    };

    private static bool EndsLikeText(string text) => text[^1] is '.' or ';' or ',' or ':';

    /// <summary>A whole sentence: it ends with a point and is longer than a title with a point is, or another sentence follows in it.</summary>
    private static bool IsSentence(string text)
    {
        if (text[^1] is '.' && text.Length > 80)
            return true;
        for (var i = text.IndexOf(". ", StringComparison.Ordinal); i >= 0; i = text.IndexOf(". ", i + 1, StringComparison.Ordinal))
        {
            if (i > 20 && i + 2 < text.Length && char.IsUpper(text[i + 2]) && char.IsLower(text[i - 1]) && text.Length > 100)
                return true;
        }

        return false;
    }

    // "Article L. 1: Objet" on lines of their own, one after the other with nothing between, is a list of references.
    private static void DropReferenceLists(List<HeadingLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var end = i;
            while (end < lines.Count && lines[end] is { IsHeading: true, Mark: { Kind: MarkKind.Article, After: AfterMark.Joined } } && lines[end].Block.Level == 0)
                end++;
            if (end - i >= 3)
            {
                for (var j = i; j < end; j++)
                    lines[j] = new(lines[j].Block with { Kind = BlockKind.Paragraph }, false, null);
            }

            i = Math.Max(i, end - 1);
        }
    }

    private IEnumerable<HeadingLine> Joined(List<HeadingLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            while (line.IsHeading && i + 1 < lines.Count && GoesOn(line, lines[i + 1]))
            {
                i++;
                var joined = line.Block.JoinedTo(lines[i].Block);
                line = line with { Block = joined, Mark = line.Mark is null ? null : line.Mark with { After = AfterMark.Title } };
            }

            yield return line;
        }
    }

    private bool GoesOn(HeadingLine line, HeadingLine next)
    {
        if (!next.IsHeading || next.Mark is not null || line.Block.Text.Length + next.Block.Text.Length > options.LongestHeading || next.Block.Page - line.Block.EndPage > 1)
            return false;
        // "TITRE II" alone waits for its title.
        if (line.Mark is { After: AfterMark.Nothing })
            return true;
        if (line.HasSizeOf(next) && DraftingPatterns.SecondLine().IsMatch(next.Block.Text))
            return true;
        var alike = line.CompareLooks(next) == 0;
        return alike && (char.IsLower(next.Block.Text[0]) || DraftingPatterns.Unfinished().IsMatch(line.Block.Text));
    }

    /// <summary>The type size that most characters of the text have; 0 when unknown.</summary>
    private static float BodySize(ImmutableArray<Block> blocks) => blocks
        .Where(block => block.Kind is BlockKind.Paragraph or BlockKind.List && block.FontSize > 0)
        .GroupBy(block => MathF.Round(block.FontSize * 2) / 2)
        .OrderByDescending(group => group.Sum(block => block.Text.Length))
        .Select(group => group.Key)
        .FirstOrDefault(float.MaxValue);
}
