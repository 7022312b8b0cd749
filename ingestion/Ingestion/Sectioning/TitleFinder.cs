using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>Finds the document's title where it is printed: it heads the whole text and no section of it.</summary>
internal static class TitleFinder
{
    private const int FarthestBlock = 12;

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

    // Metadata may shorten a title ("Assistante maternelle") or put the file's name before it.
    private static bool IsTitle(string printed, string wanted) =>
        printed.Length > 3 && (printed == wanted
            || (wanted.Contains(printed, StringComparison.Ordinal) && printed.Length * 2 > wanted.Length)
            || (printed.Contains(wanted, StringComparison.Ordinal) && wanted.Length * 2 > printed.Length));

    // A heading without number before all others that nothing else equals in size can only be the title.
    private static int LargestAlone(ImmutableArray<HeadingLine> lines)
    {
        var first = 0;
        while (first < Math.Min(lines.Length, FarthestBlock) && !lines[first].IsHeading)
            first++;
        if (first >= Math.Min(lines.Length, FarthestBlock) || lines[first].Mark is not null || lines[first].Block.Page > 2)
            return -1;
        var others = lines.Where((line, i) => i > first && line.IsHeading).ToList();
        return others.Count >= 2 && others.TrueForAll(line => lines[first].CompareLooks(line) < 0) ? first : -1;
    }
}
