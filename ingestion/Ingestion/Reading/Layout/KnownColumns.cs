namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Where the columns of a document begin: the gutters that several of its pages show.</summary>
internal static class KnownColumns
{
    private const float SameEdge = 4;
    private const float TallEnough = 0.25f;

    public static List<float> Of(IReadOnlyList<PageLayout> pages, CancellationToken ct)
    {
        var finder = new ColumnFinder([]);
        var found = new List<float>();
        foreach (var page in pages)
        {
            ct.ThrowIfCancellationRequested();
            if (finder.Find([.. page.Segments, .. page.Tables]) is { } gutter && gutter.Bottom - gutter.Top > TallEnough * page.Content.Frame.Height)
                found.Add(gutter.Right);
        }

        var fewest = Math.Max(2, 0.2f * pages.Count(page => page.Segments.Count > 0));
        return found.FindAll(edge => found.Count(other => Math.Abs(other - edge) <= SameEdge) >= fewest);
    }
}
