using System.Numerics.Tensors;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>The entries with the highest cosine, exactly: every one that the filter lets through is compared.</summary>
internal static class DenseSearch
{
    /// <param name="view">The segment.</param>
    /// <param name="passing">The filter's bits.</param>
    /// <param name="question">Of length 1.</param>
    /// <param name="best">Where found entries go.</param>
    public static void Run(SegmentView view, ReadOnlySpan<ulong> passing, ReadOnlySpan<float> question, TopChunks best)
    {
        var vectors = view.Segment.Dense;
        if (vectors.Dimension != question.Length)
            return;
        for (var row = 0; row < vectors.Count; row++)
        {
            var number = vectors.Entries[row];
            if ((passing[number >> 6] & (1UL << (number & 63))) != 0)
                best.Offer(view.Segment.Ids[number], TensorPrimitives.Dot(question, vectors[row]));
        }
    }
}
