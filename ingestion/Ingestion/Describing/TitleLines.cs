using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Finds the lines that the page sets largest before its text begins: the title, or the kind and number where they stand for it.</summary>
internal static class TitleLines
{
    private const int LongestTitle = 300;
    private const int MostBlocks = 5;

    /// <summary>How much larger than the page's ordinary print a paragraph must be to be taken for a title.</summary>
    private const float ClearlyLarger = 1.15f;

    private const float AboutAsLarge = 0.9f;
    private const float SameSize = 0.06f;

    public static ImmutableArray<FrontLine> Find(FrontMatter front)
    {
        var blocks = front.Introduction.Where(line => line.IsFirst).ToArray();
        var ordinary = OrdinarySize(front);
        var size = blocks.Where(line => MayBeTitle(line, ordinary)).Select(line => line.Block.FontSize).DefaultIfEmpty(-1).Max();
        if (size < 0)
            return [];

        // The first of those that are about as large: a heading further down may be set a little larger.
        var first = Array.FindIndex(blocks, line => MayBeTitle(line, ordinary) && line.Block.FontSize >= size * AboutAsLarge);
        var (last, length) = (first, blocks[first].Block.Text.Length);
        while (last + 1 < blocks.Length && last - first + 1 < MostBlocks && Continues(blocks[last], blocks[last + 1], ordinary)
            && (length += blocks[last + 1].Block.Text.Length) <= LongestTitle)
        {
            last++;
        }

        var group = blocks[first..(last + 1)].Select(line => line.Block).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. front.Introduction.Where(line => group.Contains(line.Block))];
    }

    private static bool MayBeTitle(FrontLine line, float ordinary)
    {
        var block = line.Block;
        if (block.Text.Length > LongestTitle || !block.Text.Any(char.IsLetter))
            return false;
        return (block.Kind == BlockKind.Heading || (block.Kind == BlockKind.Paragraph && block.FontSize >= ordinary * ClearlyLarger && ordinary > 0))
            && !SaysSomethingElse(line);
    }

    // Letterhead, dates, days of effect and labelled lines are no titles, however large.
    private static bool SaysSomethingElse(FrontLine line) =>
        DescribingPatterns.Motto.IsMatch(line.Plain)
        || DescribingPatterns.DateLine.IsMatch(line.Plain)
        || DescribingPatterns.EffectLine.IsMatch(line.Plain)
        || DescribingPatterns.IssuerLabel.IsMatch(line.Plain)
        || DescribingPatterns.TitleLabel.IsMatch(line.Plain)
        || ((DescribingPatterns.Issuer.IsMatch(line.Plain) || DescribingPatterns.Direction.IsMatch(line.Plain)) && line.Block.Text.Length < 120);

    private static bool Continues(FrontLine line, FrontLine next, float ordinary)
    {
        var (block, other) = (line.Block, next.Block);
        var size = Math.Max(block.FontSize, 1);
        return other.Page == block.Page && MayBeTitle(next, ordinary) && Math.Abs(other.FontSize - block.FontSize) <= SameSize * size
            && other.Box.Top - block.Box.Bottom <= 1.5f * size;
    }

    private static float OrdinarySize(FrontMatter front) => front.Lines
        .GroupBy(line => MathF.Round(line.Block.FontSize * 2) / 2)
        .Select(group => (Size: group.Key, Letters: group.Sum(line => line.Text.Length)))
        .DefaultIfEmpty((Size: 0, Letters: 0)).MaxBy(group => group.Letters).Size;
}
