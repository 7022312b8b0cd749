using System.Collections.Concurrent;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>A segment with the ends of its entries as one state of the database has them.</summary>
internal sealed class SegmentView
{
    /// <summary>Filters remembered. Agents of one installation ask with a few (today, one audience); a dated question adds one.</summary>
    private const int MostFilters = 64;

    private readonly ConcurrentDictionary<FilterKey, ulong[]> passing = new();
    private readonly long[] shownUntil;

    /// <param name="segment">The segment.</param>
    /// <param name="shownUntil">As many as entries; not changed any more by anyone.</param>
    public SegmentView(IndexSegment segment, long[] shownUntil)
    {
        Segment = segment;
        this.shownUntil = shownUntil;
        Removed = shownUntil.Count(until => until == RemovedMark);
    }

    /// <summary>The end of an entry that is gone: no publication shows it.</summary>
    public const long RemovedMark = long.MinValue;

    public IndexSegment Segment { get; }

    public ReadOnlySpan<long> ShownUntil => shownUntil;

    /// <summary>Entries that only wait for a merge.</summary>
    public int Removed { get; }

    /// <summary>The entries that a filter lets through, one bit each.</summary>
    public ulong[] Passing(SearchFilter filter)
    {
        var key = new FilterKey(filter);
        if (passing.TryGetValue(key, out var known))
            return known;
        if (passing.Count >= MostFilters)
            passing.Clear();
        return passing[key] = EntryFilter.Apply(filter, Segment, shownUntil);
    }

    /// <summary>The same segment with other ends; the old view stays as it is for the questions that run on it.</summary>
    public SegmentView WithEnds(IReadOnlyDictionary<long, long> ends)
    {
        var changed = (long[])shownUntil.Clone();
        for (var number = 0; number < changed.Length; number++)
        {
            if (ends.TryGetValue(Segment.Ids[number], out var until))
                changed[number] = until;
        }

        return new(Segment, changed);
    }
}
