namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>Walks one term's postings window by window.</summary>
internal struct TermCursor(Postings postings, float weight)
{
    // Products of two floats are exact in a double, and sums of them agree to the float they are rounded to, whatever their order.
    private readonly double weight = weight;
    private int start;
    private int end;
    private int probe;

    /// <summary>The most this term adds to an entry of the window.</summary>
    public double Bound { get; private set; }

    public readonly bool IsInWindow => start < end;

    /// <param name="limit">The first entry after the window; windows are entered in order.</param>
    public void EnterWindow(int limit)
    {
        start = end;
        end = FirstAtLeast(postings.Entries.Span, start, limit);
        probe = start;
        Bound = 0;
        if (start == end)
            return;
        var maximum = float.NegativeInfinity;
        foreach (var highest in postings.BlockMaxima.Span[(start / InvertedIndex.BlockSize)..(((end - 1) / InvertedIndex.BlockSize) + 1)])
            maximum = Math.Max(maximum, highest);
        Bound = weight * maximum;
    }

    public readonly void AddTo(Span<double> scores, int windowStart)
    {
        var entries = postings.Entries.Span[start..end];
        var weights = postings.Weights.Span[start..end];
        for (var i = 0; i < entries.Length; i++)
            scores[entries[i] - windowStart] += weight * weights[i];
    }

    /// <summary>What the term adds to an entry of the window; entries are asked for in ascending order.</summary>
    public double ScoreOf(int entry)
    {
        var entries = postings.Entries.Span[..end];
        probe = FirstAtLeast(entries, probe, entry);
        return probe < end && entries[probe] == entry ? weight * postings.Weights.Span[probe] : 0;
    }

    /// <summary>Steps double until they pass: what is sought mostly lies near.</summary>
    private static int FirstAtLeast(ReadOnlySpan<ushort> entries, int from, int entry)
    {
        var step = 1;
        var low = from;
        while (low + step < entries.Length && entries[low + step] < entry)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle] < entry)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
