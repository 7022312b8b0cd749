using AgentHelpdesk.Ingestion.Reading.Tables;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Orders a page: above a gutter, its left side, its right side, below it; again inside each part.</summary>
internal sealed class ReadingOrder(ColumnFinder columnFinder)
{
    private const int DeepestSplit = 8;

    public List<Region> Order(PageContent page, IReadOnlyList<IPlaced> items)
    {
        var regions = new List<Region>();
        Split(page, items, 1, 0, regions);
        return regions;
    }

    private void Split(PageContent page, IReadOnlyList<IPlaced> items, int columns, int depth, List<Region> regions)
    {
        if (items.Count == 0)
            return;

        if (depth >= DeepestSplit || columnFinder.Find(items) is not { } gutter)
        {
            regions.Add(OneColumn(page, items, columns));
            return;
        }

        var above = new List<IPlaced>();
        var left = new List<IPlaced>();
        var right = new List<IPlaced>();
        var below = new List<IPlaced>();
        foreach (var item in items)
        {
            var middle = (item.Top + item.Bottom) / 2;
            var side = middle < gutter.Top ? above : middle > gutter.Bottom ? below : item.Left >= gutter.Right - 0.5f ? right : left;
            side.Add(item);
        }

        Split(page, above, columns, depth + 1, regions);
        Split(page, left, columns + 1, depth + 1, regions);
        Split(page, right, columns + 1, depth + 1, regions);
        Split(page, below, columns, depth + 1, regions);
    }

    private static Region OneColumn(PageContent page, IReadOnlyList<IPlaced> items, int columns)
    {
        var (tables, rest) = AlignedTables.Find(page, [.. items.OfType<Line>()]);
        var ordered = new List<IPlaced>(Rows.Of(rest));
        ordered.AddRange(tables);
        ordered.AddRange(items.Where(item => item is not Line));
        ordered.Sort(static (a, b) => a.Top.CompareTo(b.Top));
        return new(page.Number, items.Min(item => item.Left), items.Max(item => item.Right), ordered) { Columns = columns, PageWidth = page.Frame.Width };
    }
}
