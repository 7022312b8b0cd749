namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Orders a page's segments: above a gutter, its left side, its right side, below it; again inside each part.</summary>
internal static class ReadingOrder
{
    private const int DeepestSplit = 8;

    public static List<Region> Order(int page, List<Line> segments)
    {
        var regions = new List<Region>();
        Split(page, segments, 1, 0, regions);
        return regions;
    }

    private static void Split(int page, List<Line> segments, int columns, int depth, List<Region> regions)
    {
        if (segments.Count == 0)
            return;

        if (depth >= DeepestSplit || ColumnFinder.Find(segments) is not { } gutter)
        {
            regions.Add(OneColumn(page, segments, columns));
            return;
        }

        var above = new List<Line>();
        var left = new List<Line>();
        var right = new List<Line>();
        var below = new List<Line>();
        foreach (var segment in segments)
        {
            var middle = (segment.Top + segment.Bottom) / 2;
            var side = middle < gutter.Top ? above : middle > gutter.Bottom ? below : segment.Left >= gutter.Right - 0.5f ? right : left;
            side.Add(segment);
        }

        Split(page, above, columns, depth + 1, regions);
        Split(page, left, columns + 1, depth + 1, regions);
        Split(page, right, columns + 1, depth + 1, regions);
        Split(page, below, columns, depth + 1, regions);
    }

    private static Region OneColumn(int page, List<Line> segments, int columns)
    {
        var lines = Rows.Of(segments);
        return new(page, lines.Min(line => line.Left), lines.Max(line => line.Right), lines) { Columns = columns };
    }
}
