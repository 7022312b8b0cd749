using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>Finds the document's title where it is printed: it heads the whole text and no section of it.</summary>
internal static class TitleFinder
{
    private const int FarthestBlock = 12;
    private const int LongestCoverLine = 200;
    private const int FullestCover = 600;

    /// <summary>Its position among the lines; -1 when it is not printed.</summary>
    internal static int Find(ImmutableArray<HeadingLine> lines, string title)
    {
        var wanted = PlainLetters.Bare(title);
        for (var i = 0; i < Math.Min(lines.Length, FarthestBlock); i++)
        {
            if (lines[i].IsHeading && lines[i].Block.Page <= 2 && IsTitle(PlainLetters.Bare(lines[i].Block.Text), wanted))
                return i;
        }

        return LargestAlone(lines);
    }

    /// <summary>The first line behind a cover: a first page of a few short lines, none of which begins a part of the text.</summary>
    internal static int EndOfCover(ImmutableArray<HeadingLine> lines)
    {
        var end = 0;
        var characters = 0;
        while (end < lines.Length && lines[end].Block.EndPage == 1)
        {
            characters += lines[end].Block.Text.Length;
            if (lines[end].Block.Kind is not (BlockKind.Heading or BlockKind.Paragraph) || lines[end] is { IsHeading: true, Mark: { After: not AfterMark.Phrase } } || lines[end].Block.Text.Length > LongestCoverLine || characters > FullestCover)
                return 0;
            end++;
        }

        return end < lines.Length ? end : 0;
    }

    // Metadata may shorten a title ("Assistante maternelle") or put the file's name before it.
    private static bool IsTitle(string printed, string wanted) =>
        printed.Length > 3 && (printed == wanted
            || (wanted.Contains(printed, StringComparison.Ordinal) && printed.Length * 2 > wanted.Length)
            || (printed.Contains(wanted, StringComparison.Ordinal) && wanted.Length * 2 > printed.Length));

    // A heading without number that no other equals in size, before all numbered ones, can only be the title.
    private static int LargestAlone(ImmutableArray<HeadingLine> lines)
    {
        var largest = -1;
        for (var i = 0; i < Math.Min(lines.Length, FarthestBlock) && lines[i].Block.Page <= 2; i++)
        {
            if (lines[i] is { IsHeading: true, Mark: not null })
                break;
            if (lines[i].IsHeading && (largest < 0 || lines[i].CompareLooks(lines[largest]) < 0))
                largest = i;
        }

        if (largest < 0)
            return -1;
        var others = lines.Where((line, i) => i != largest && line.IsHeading).ToList();
        return others.Count >= 2 && others.TrueForAll(line => lines[largest].CompareLooks(line) < 0) ? largest : -1;
    }
}
