using AgentHelpdesk.Ingestion.Reading.Tables;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>An empty vertical strip with text on both sides.</summary>
internal readonly record struct Gutter(float Left, float Right, float Top, float Bottom);

/// <summary>Finds the gutter between columns of running text; cells of tables are not columns.</summary>
internal static class ColumnFinder
{
    private const float NarrowestInEm = 0.7f;
    private const int FewestLines = 3;

    public static Gutter? Find(IReadOnlyList<IPlaced> segments)
    {
        if (segments.Count < 2 * FewestLines)
            return null;

        Gutter? best = null;
        var bestScore = 0f;
        foreach (var left in LeftEdges(segments))
        {
            foreach (var (gutter, score) in Gutters(segments, left))
            {
                if (score > bestScore)
                    (best, bestScore) = (gutter, score);
            }
        }

        return best;
    }

    /// <summary>Positions where at least three segments begin, but for the leftmost.</summary>
    private static List<float> LeftEdges(IReadOnlyList<IPlaced> segments)
    {
        var lefts = segments.Select(segment => segment.Left).Order().ToList();
        var edges = new List<float>();
        for (var start = 0; start < lefts.Count;)
        {
            var end = start + 1;
            while (end < lefts.Count && lefts[end] - lefts[start] < 2)
                end++;
            if (end - start >= FewestLines && start > 0)
                edges.Add(lefts[start]);
            start = end;
        }

        return edges;
    }

    private static IEnumerable<(Gutter Gutter, float Score)> Gutters(IReadOnlyList<IPlaced> segments, float edge)
    {
        var width = Math.Max(5, NarrowestInEm * TypicalSize(segments));
        var top = float.MinValue;
        foreach (var crossing in segments.Where(segment => segment.Left < edge - 0.5f && segment.Right > edge - width).OrderBy(segment => segment.Top))
        {
            if (crossing.Top > top && Measure(segments, edge, width, top, crossing.Top) is { } found)
                yield return found;
            top = Math.Max(top, crossing.Bottom);
        }

        if (Measure(segments, edge, width, top, float.MaxValue) is { } last)
            yield return last;
    }

    private static (Gutter Gutter, float Score)? Measure(IReadOnlyList<IPlaced> segments, float edge, float width, float top, float bottom)
    {
        var left = new List<IPlaced>();
        var right = new List<IPlaced>();
        foreach (var segment in segments)
        {
            var middle = (segment.Top + segment.Bottom) / 2;
            if (middle < top || middle > bottom)
                continue;
            if (segment.Right <= edge - width + 0.01f)
                left.Add(segment);
            else if (segment.Left >= edge - 0.5f)
                right.Add(segment);
        }

        if (left.Count < FewestLines || right.Count < FewestLines)
            return null;

        var overlap = Math.Min(left.Max(line => line.Bottom), right.Max(line => line.Bottom)) - Math.Max(left.Min(line => line.Top), right.Min(line => line.Top));
        var size = TypicalSize(segments);
        if (overlap < 2.5f * size || !IsText(left, size) || !IsText(right, size) || RowAlignment.IsTable(left, right))
            return null;

        var gutter = new Gutter(
            left.Max(line => line.Right), edge,
            Math.Min(left.Min(line => line.Top), right.Min(line => line.Top)),
            Math.Max(left.Max(line => line.Bottom), right.Max(line => line.Bottom)));
        return (gutter, Math.Min(left.Count, right.Count) * overlap);
    }

    /// <summary>Running text fills its column: most lines reach near the right margin, and the column holds a few words.</summary>
    private static bool IsText(List<IPlaced> lines, float size)
    {
        var left = lines.Min(line => line.Left);
        var width = lines.Max(line => line.Right) - left;
        return width > 8 * size && lines.Average(line => line.Right - left) > 0.55f * width;
    }

    private static float TypicalSize(IReadOnlyList<IPlaced> segments)
    {
        var sizes = segments.Select(segment => segment.Size).Order().ToList();
        return sizes[sizes.Count / 2];
    }
}
