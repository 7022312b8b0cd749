using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Whether a line ran to the right margin, or ended because its paragraph did.</summary>
internal static class Margins
{
    // A region of fewer lines may never reach its margin.
    private const int EnoughLines = 8;

    /// <summary>Gives a region of a few lines the right margin that columns of its kind have elsewhere in the document.</summary>
    public static List<Region> Complete(IReadOnlyList<Region> regions)
    {
        var margins = regions.Where(region => region.Items.Count >= EnoughLines)
            .GroupBy(Key)
            .ToDictionary(group => group.Key, group => group.Select(region => region.Right).Order().ElementAt(group.Count() / 2));
        return [.. regions.Select(region => region.Items.Count < EnoughLines && margins.TryGetValue(Key(region), out var right) && right > region.Right
            ? region with { Right = right } : region)];
    }

    private static (int Left, int Columns, int PageWidth) Key(Region region) => ((int)Math.Round(region.Left / 4), region.Columns, (int)Math.Round(region.PageWidth));

    /// <summary>The line ends although the next one's first word would have fitted.</summary>
    public static bool IsShort(Region region, Line line, Line next)
    {
        var first = next.Words[0];
        return line.Right + (0.3f * line.Size) + (first.Right - first.Left) < region.Right;
    }
}
