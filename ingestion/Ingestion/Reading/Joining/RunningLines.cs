using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

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

    public static void Split(IReadOnlyList<PageLayout> pages)
    {
        var headers = Repeated(pages, atTop: true);
        var footers = Repeated(pages, atTop: false);
        for (var i = 0; i < pages.Count; i++)
            pages[i].TakeRunning(headers[i], footers[i]);
    }

    private static HashSet<Line>[] Repeated(IReadOnlyList<PageLayout> pages, bool atTop)
    {
        var rows = pages.Select(page => EdgeRows(page, atTop)).ToArray();
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

    private static List<EdgeRow> EdgeRows(PageLayout page, bool atTop)
    {
        var height = page.Content.Frame.Height;
        var limit = atTop ? page.Tables.Select(table => table.Top).Append(height).Min() : page.Tables.Select(table => table.Bottom).Append(0).Max();
        var rows = new List<EdgeRow>();
        var ordered = page.Segments.OrderBy(segment => atTop ? segment.Baseline : -segment.Baseline).ToList();
        for (var start = 0; start < ordered.Count && rows.Count < MostRows + 2;)
        {
            var end = start + 1;
            while (end < ordered.Count && Math.Abs(ordered[end].Baseline - ordered[start].Baseline) <= SameHeight)
                end++;

            var row = ordered[start..end];
            var distance = atTop ? row[0].Baseline : height - row[0].Baseline;
            if (distance > EdgeShare * height || (atTop ? row[0].Baseline > limit : row[0].Baseline < limit))
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
