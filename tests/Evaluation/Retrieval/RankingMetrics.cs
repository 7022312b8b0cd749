namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>
/// Measures of one ranking. Of each gold entry only the first passage that hits it counts; a passage that hits several new ones gains
/// once for each.
/// </summary>
internal static class RankingMetrics
{
    /// <param name="hitRanks">Of each gold entry: the rank of the first passage that hits it, from 1; null: none does.</param>
    public static bool FoundWithin(IReadOnlyList<int?> hitRanks, int depth) => hitRanks.Any(rank => rank <= depth);

    /// <summary>One over the rank of the first hit; 0 when none is within <paramref name="depth"/>.</summary>
    public static double ReciprocalRank(IReadOnlyList<int?> hitRanks, int depth)
    {
        var first = hitRanks.Where(rank => rank <= depth).Min();
        return first is { } rank ? 1.0 / rank : 0;
    }

    /// <summary>
    /// Discounted gain over the best possible one. Where any gold entry suffices, the best possible is one entry on rank 1 and only the
    /// first hit gains; else it is every entry, from rank 1 on.
    /// </summary>
    public static double DiscountedGain(IReadOnlyList<int?> hitRanks, bool anySuffices, int depth)
    {
        if (hitRanks.Count == 0)
            return 0;
        var found = hitRanks.Where(rank => rank <= depth).Select(rank => rank.GetValueOrDefault()).Order().ToList();
        if (anySuffices)
            return found.Count == 0 ? 0 : 1 / Math.Log2(1 + found[0]);
        var ideal = Enumerable.Range(1, Math.Min(hitRanks.Count, depth)).Sum(rank => 1 / Math.Log2(1 + rank));
        return Math.Min(1, found.Sum(rank => 1 / Math.Log2(1 + rank)) / ideal);
    }

    /// <summary>The value that at least <paramref name="share"/> of the values do not exceed.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
