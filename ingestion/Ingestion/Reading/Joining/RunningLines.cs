using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>What stands between a page's running header and footer, and they themselves.</summary>
internal sealed record PageParts(int Page, List<Line> Header, List<Line> Body, List<Line> Footer);

/// <summary>
/// Tells running headers and footers from the text. A row belongs to them when it stands at the page's edge at the same height
/// as on many other pages and what it says comes back there, page numbers aside. The whole row goes with it: next to a title
/// that repeats, the name of the section changes from page to page.
/// </summary>
internal static partial class RunningLines
{
    private const float EdgeShare = 0.16f;
    private const float SameHeight = 2.5f;
    private const int MostRows = 4;

    public static List<PageParts> Split(IReadOnlyList<(PageContent Page, List<Line> Segments)> pages)
    {
        var headers = Repeated(pages, atTop: true);
        var footers = Repeated(pages, atTop: false);
        var parts = new List<PageParts>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            var header = headers[i];
            var footer = footers[i];
            parts.Add(new(
                pages[i].Page.Number,
                [.. header],
                [.. pages[i].Segments.Where(segment => !header.Contains(segment) && !footer.Contains(segment))],
                [.. footer]));
        }

        return parts;
    }

    private static HashSet<Line>[] Repeated(IReadOnlyList<(PageContent Page, List<Line> Segments)> pages, bool atTop)
    {
        var rows = pages.Select(page => EdgeRows(page.Page, page.Segments, atTop)).ToArray();
        var found = pages.Select(_ => new HashSet<Line>()).ToArray();
        for (var depth = 0; depth < MostRows; depth++)
        {
            // From the edge inwards: a row counts only if every row nearer to the edge is a running one.
            var accepted = new List<(int Page, EdgeRow Row)>();
            for (var i = 0; i < rows.Length; i++)
            {
                if (rows[i].Count > 0 && IsRunning(rows, i, rows[i][0]))
                    accepted.Add((i, rows[i][0]));
            }

            if (accepted.Count == 0)
                break;

            foreach (var (page, row) in accepted)
            {
                found[page].UnionWith(row.Segments);
                rows[page].RemoveAt(0);
            }
        }

        return found;
    }

    private static bool IsRunning(List<EdgeRow>[] rows, int page, EdgeRow row)
    {
        var others = 0;
        var same = 0;
        var near = 0;
        var nearSame = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == page || rows[i].FirstOrDefault(other => Math.Abs(other.Height - row.Height) <= SameHeight) is not { } match)
                continue;

            var says = match.Keys.Overlaps(row.Keys);
            others++;
            same += says ? 1 : 0;
            if (Math.Abs(i - page) <= 4)
            {
                near++;
                nearSame += says ? 1 : 0;
            }
        }

        if (row.Keys.All(key => key == "#") || row.Segments.TrueForAll(segment => PageNumber().IsMatch(segment.Text)))
            return row.IsApart && (others > 0 || rows.Length == 1) && same >= Math.Min(2, rows.Length - 1);

        return row.IsApart && (same >= 2 && same >= 0.3f * others || rows.Length is 2 or 3 && same >= 1 || near >= 2 && nearSame >= 0.7f * near);
    }

    private static List<EdgeRow> EdgeRows(PageContent page, List<Line> segments, bool atTop)
    {
        var height = page.Frame.Height;
        var rows = new List<EdgeRow>();
        var ordered = segments.OrderBy(segment => atTop ? segment.Baseline : -segment.Baseline).ToList();
        for (var start = 0; start < ordered.Count && rows.Count < MostRows + 2;)
        {
            var end = start + 1;
            while (end < ordered.Count && Math.Abs(ordered[end].Baseline - ordered[start].Baseline) <= SameHeight)
                end++;

            var row = ordered[start..end];
            var distance = atTop ? row[0].Baseline : height - row[0].Baseline;
            if (distance > EdgeShare * height)
                break;

            var gap = end < ordered.Count ? Math.Abs(ordered[end].Baseline - row[0].Baseline) : float.MaxValue;
            rows.Add(new(row[0].Baseline, row, row.Select(Key).ToHashSet(StringComparer.Ordinal), gap > 1.1f * row.Max(line => line.Size)));
            start = end;
        }

        return rows;
    }

    /// <summary>The words without what changes from page to page.</summary>
    private static string Key(Line segment) => Digits().Replace(segment.Text.Trim(), "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(page|p\.)?\s*[-–—]?\s*\d{1,4}\s*([/-–—]|sur|de|of)?\s*\d{0,4}\s*[-–—]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    private sealed record EdgeRow(float Height, List<Line> Segments, HashSet<string> Keys, bool IsApart);
}
