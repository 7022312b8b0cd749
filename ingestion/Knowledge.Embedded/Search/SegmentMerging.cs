using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// Keeps segments few: every publication adds a small one. A merge takes in neighbours of like size, so that an entry is copied a
/// number of times that grows with the logarithm of the index; entries that are gone are left behind on the way.
/// </summary>
internal static class SegmentMerging
{
    /// <summary>Segments that may stand side by side within one factor of this size.</summary>
    private const int Width = 8;

    public static ImmutableArray<SegmentView> Tidy(ImmutableArray<SegmentView> views)
    {
        var kept = views.Where(view => view.Removed < view.Segment.Count).ToList();
        while (Next(kept) is { Count: > 0 } group)
        {
            kept.RemoveAll(group.Contains);
            kept.Add(SegmentMerge.Of(group));
        }

        return [.. kept];
    }

    private static List<SegmentView> Next(List<SegmentView> views)
    {
        // Half gone: worth rewriting alone.
        if (views.Find(view => view.Removed * 2 > view.Segment.Count) is { } hollow)
            return [hollow];
        foreach (var tier in views.GroupBy(view => (int)Math.Log(Live(view), Width)).OrderBy(tier => tier.Key))
        {
            if (tier.Count() < Width)
                continue;
            var group = new List<SegmentView>();
            var total = 0;
            foreach (var view in tier.OrderBy(Live).TakeWhile(view => total + Live(view) <= IndexSegment.MostEntries))
            {
                group.Add(view);
                total += Live(view);
            }

            if (group.Count > 1)
                return group;
        }

        return [];
    }

    private static int Live(SegmentView view) => view.Segment.Count - view.Removed;
}
