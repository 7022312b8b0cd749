using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Takes a block apart into the lines that the page shows: a letterhead says one thing a line, whatever reading joined.</summary>
internal static class PrintedLines
{
    /// <summary>Of a longer line the rest says nothing about the document.</summary>
    private const int LongestLine = 1000;

    /// <summary>Of a longer block the rest says nothing about the document.</summary>
    private const int LongestBlock = 4000;

    public static IEnumerable<string> Of(Block block, ImmutableArray<Page> pages)
    {
        var lines = block.Kind switch
        {
            BlockKind.Table => block.Rows.Where(row => row.Page == block.Page).Select(row => block.Text.Substring(row.Range.Start, row.Range.Length)),
            _ => ByPlace(block, pages),
        };
        return lines.Select(line => line.Replace('\n', ' ').Trim()).Where(line => line.Length > 0).Select(line => line.Length > LongestLine ? line[..LongestLine] : line);
    }

    private static IEnumerable<string> ByPlace(Block block, ImmutableArray<Page> pages)
    {
        var text = block.Text.Length > LongestBlock ? block.Text[..LongestBlock] : block.Text;
        var start = 0;
        Box? before = null;
        foreach (var span in block.Words)
        {
            if (span.Page != block.Page || span.Start + span.Length > text.Length)
                break;
            if (Find(pages, span.Page, span.Word) is not { } box)
                continue;
            // A word broken by a hyphen begins on one line and ends on the next: the line ends behind it.
            var isGap = span.Start > 0 && char.IsWhiteSpace(text[span.Start - 1]);
            if (before is { } last && isGap && IsBelow(box, last))
            {
                yield return text[start..span.Start];
                start = span.Start;
            }

            before = box;
        }

        yield return text[start..];
    }

    private static bool IsBelow(Box box, Box before)
    {
        var middle = (box.Top + box.Bottom) / 2;
        return middle > before.Bottom || middle < before.Top;
    }

    private static Box? Find(ImmutableArray<Page> pages, int page, int word) =>
        page >= 1 && page <= pages.Length && word < pages[page - 1].Words.Length ? pages[page - 1].Words[word].Box : null;
}
