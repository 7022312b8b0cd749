using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>
/// Tells running headers and footers from the text. Rows at the same height of a page's edge form a slot; a slot is running when
/// on most of its pages it says what it says on a page nearby, page numbers aside, and keeps its distance from the text. All of a
/// running slot goes: next to a title that repeats, the name of the section changes. The first line of text also stands at one
/// height on every page, but says something else there.
/// </summary>
internal static class RunningLines
{
    private const float SameHeight = 2.5f;
    private const int Nearby = 2;
    private const float MostlyRepeated = 0.6f;
    private const float AlwaysRepeated = 0.85f;

    public static void Split(IReadOnlyList<PageLayout> pages)
    {
        var headers = Find(pages, atTop: true);
        var footers = Find(pages, atTop: false);
        foreach (var page in pages)
            page.TakeRunning(headers[page.Number], footers[page.Number]);
    }

    private static Dictionary<int, HashSet<Line>> Find(IReadOnlyList<PageLayout> pages, bool atTop)
    {
        var found = pages.ToDictionary(page => page.Number, _ => new HashSet<Line>());
        var rows = pages.Select(page => EdgeRow.Of(page, atTop)).Where(edge => edge.Count > 0).ToList();
        var body = BodySize(pages);
        while (true)
        {
            // From the edge inwards: a row counts only when all rows nearer to the edge were running ones.
            var outermost = rows.Select(edge => edge[0]).ToList();
            var accepted = outermost.FindAll(row => IsRunning(row, rows, body) || IsMarginal(row, pages[row.Page - 1], body, atTop));
            if (accepted.Count == 0)
                return found;

            foreach (var row in accepted)
                found[row.Page].UnionWith(row.Segments);
            rows.ForEach(edge => edge.RemoveAll(accepted.Contains));
            rows.RemoveAll(edge => edge.Count == 0);
        }
    }

    private static bool IsRunning(EdgeRow row, List<List<EdgeRow>> rows, float body)
    {
        if (row.IsTableRow)
            return false;

        var slot = rows.Select(edge => edge.Find(other => Math.Abs(other.Baseline - row.Baseline) <= SameHeight)).OfType<EdgeRow>().ToList();
        if (slot.Count < 2)
            return row.IsPageNumber && row.Gap > 2 * row.Size;

        var repeated = slot.Count(one => slot.Exists(other => other != one && Math.Abs(other.Page - one.Page) <= Nearby && other.Keys.Overlaps(one.Keys)));
        var share = repeated / (float)slot.Count;
        if (row.IsPageNumber && share >= MostlyRepeated)
            return true;
        return share >= AlwaysRepeated && slot.Count >= 4 ? row.Gap > 1.05f * row.Size
            : share >= MostlyRepeated && row.Gap > 1.7f * Math.Max(row.Size, Math.Min(body, 1.2f * row.Size));
    }

    /// <summary>Set small in the margin, far from the text: on a page of its own nothing else tells.</summary>
    private static bool IsMarginal(EdgeRow row, PageLayout page, float body, bool atTop)
    {
        var height = page.Content.Frame.Height;
        return row.Size < 0.72f * body && row.Gap > 2.5f * body && (atTop ? row.Baseline : height - row.Baseline) < 0.06f * height;
    }

    private static float BodySize(IReadOnlyList<PageLayout> pages) => pages.SelectMany(page => page.Segments)
        .GroupBy(segment => (int)Math.Round(segment.Size * 2), segment => segment.Length)
        .Select(group => (Size: group.Key / 2f, Letters: group.Sum()))
        .DefaultIfEmpty((Size: 10, Letters: 0)).MaxBy(group => group.Letters).Size;
}
