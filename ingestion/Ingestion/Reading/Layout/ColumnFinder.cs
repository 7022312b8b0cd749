using AgentHelpdesk.Ingestion.Reading.Tables;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>An empty vertical strip with text on both sides.</summary>
internal readonly record struct Gutter(float Left, float Right, float Top, float Bottom);

/// <summary>
/// Finds the gutter between columns of running text; cells of tables are not columns. Where the document has its columns on
/// other pages, a few lines on each side are enough.
/// </summary>
/// <param name="known">Where right-hand columns begin on the document's other pages.</param>
internal sealed class ColumnFinder(IReadOnlyList<float> known)
{
    private const float NarrowestInEm = 0.7f;
    private const int FewestLines = 3;
    private const float SameEdge = 4;

    // A page of running text has some 60 lines; the search grows with the square of its parts, and a plan has thousands.
    private const int MostItems = 1500;

    // Two thirds of the lines of prose are full; lists and headings between them bring that down, cells of tables reach a fifth.
    private const float WrappedShare = 0.3f;

    public Gutter? Find(IReadOnlyList<IPlaced> items)
    {
        if (items.Count is < 2 or > MostItems)
            return null;

        Gutter? best = null;
        var bestScore = 0f;
        var size = TypicalSize(items);
        foreach (var left in LeftEdges(items))
        {
            foreach (var (gutter, score) in Gutters(items, left, size))
            {
                if (score > bestScore)
                    (best, bestScore) = (gutter, score);
            }
        }

        return best;
    }

    /// <summary>Positions where at least three items begin, or where other pages have a column; the leftmost is none.</summary>
    private List<float> LeftEdges(IReadOnlyList<IPlaced> items)
    {
        var lefts = items.Select(item => item.Left).Order().ToList();
        var edges = new List<float>();
        for (var start = 0; start < lefts.Count;)
        {
            var end = start + 1;
            while (end < lefts.Count && lefts[end] - lefts[start] < 2)
                end++;
            if (start > 0 && (end - start >= FewestLines || IsKnown(lefts[start])))
                edges.Add(lefts[start]);
            start = end;
        }

        return edges;
    }

    private bool IsKnown(float edge) => known.Any(other => Math.Abs(other - edge) <= SameEdge);

    private IEnumerable<(Gutter Gutter, float Score)> Gutters(IReadOnlyList<IPlaced> items, float edge, float size)
    {
        var width = Math.Max(5, NarrowestInEm * size);
        var top = float.MinValue;
        foreach (var crossing in items.Where(item => item.Left < edge - 0.5f && item.Right > edge - width).OrderBy(item => item.Top))
        {
            if (crossing.Top > top && Measure(items, edge, width, top, crossing.Top, size) is { } found)
                yield return found;
            top = Math.Max(top, crossing.Bottom);
        }

        if (Measure(items, edge, width, top, float.MaxValue, size) is { } last)
            yield return last;
    }

    private (Gutter Gutter, float Score)? Measure(IReadOnlyList<IPlaced> items, float edge, float width, float top, float bottom, float size)
    {
        var left = new List<IPlaced>();
        var right = new List<IPlaced>();
        foreach (var item in items)
        {
            var middle = (item.Top + item.Bottom) / 2;
            if (middle < top || middle > bottom)
                continue;
            if (item.Right <= edge - width + 0.01f)
                left.Add(item);
            else if (item.Left >= edge - 0.5f)
                right.Add(item);
        }

        if (left.Count == 0 || right.Count == 0)
            return null;

        var overlap = Math.Min(left.Max(item => item.Bottom), right.Max(item => item.Bottom)) - Math.Max(left.Min(item => item.Top), right.Min(item => item.Top));
        if (!IsKnown(edge) && !AreColumns(left, right, overlap, size))
            return null;

        var gutter = new Gutter(
            left.Max(item => item.Right), edge,
            Math.Min(left.Min(item => item.Top), right.Min(item => item.Top)),
            Math.Max(left.Max(item => item.Bottom), right.Max(item => item.Bottom)));
        return (gutter, Math.Min(Height(left), Height(right)) * Math.Max(1, overlap) * (IsKnown(edge) ? 4 : 1));
    }

    private static bool AreColumns(List<IPlaced> left, List<IPlaced> right, float overlap, float size) =>
        left.Count >= FewestLines && right.Count >= FewestLines && overlap >= 2.5f * size
        && IsText(left, size) && IsText(right, size) && !RowAlignment.IsTable(left, right);

    /// <summary>Running text fills its column: a line ends where the next word would not have fitted.</summary>
    private static bool IsText(List<IPlaced> items, float size)
    {
        var left = items.Min(item => item.Left);
        var right = items.Max(item => item.Right);
        var filled = items.Sum(item => (item.Right - left) * (item.Bottom - item.Top));
        if (right - left <= 8 * size || filled <= 0.5f * (right - left) * Height(items))
            return false;

        var lines = Rows.Of(items.OfType<Line>());
        var wrapped = 0;
        var steps = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, line) = (lines[i - 1], lines[i]);
            if (line.Baseline - above.Baseline > 1.7f * line.Size)
                continue;
            steps++;
            var first = line.Words[0];
            wrapped += above.Right + (0.3f * line.Size) + (first.Right - first.Left) >= right ? 1 : 0;
        }

        // Drawn tables fill a column as text does.
        return 2 * items.Where(item => item is not Line).Sum(item => item.Bottom - item.Top) > Height(items) || steps > 0 && wrapped >= WrappedShare * steps;
    }

    private static float Height(List<IPlaced> items) => items.Sum(item => item.Bottom - item.Top);

    private static float TypicalSize(IReadOnlyList<IPlaced> items)
    {
        var sizes = items.Select(item => item.Size).Order().ToList();
        return sizes[sizes.Count / 2];
    }
}
