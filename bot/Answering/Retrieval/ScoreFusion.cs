using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Answering.Retrieval;

/// <param name="Id">The chunk.</param>
/// <param name="Score">The fused score.</param>
/// <param name="Sparse">Null when the sparse leg did not return it.</param>
/// <param name="Dense">Null when the dense leg did not return it.</param>
internal readonly record struct FusedChunk(ChunkId Id, double Score, float? Sparse, float? Dense);

/// <summary>
/// Makes one ranking of the two legs. Their scores have nothing in common, so each is standardised over its own results: a chunk that
/// a leg did not return gets that leg's lowest score, and a leg whose scores are all alike says nothing. On 260 questions with a real
/// model this ranked better than reciprocal ranks at any k (nDCG@10 .707 against .691), which stay available as an option.
/// </summary>
internal static class ScoreFusion
{
    /// <summary>By descending score, equal scores by ascending id; the order inside the legs does not matter.</summary>
    public static ImmutableArray<FusedChunk> Fuse(SearchLegs legs, AnsweringOptions options)
    {
        // Without a dense leg (no model, or nothing found) the sparse one is the ranking.
        var denseWeight = legs.Dense.IsEmpty ? 0 : legs.Sparse.IsEmpty ? 1 : options.DenseWeight;
        var sparse = Leg.Of(legs.Sparse, options);
        var dense = Leg.Of(legs.Dense, options);
        return [.. legs.Sparse.Concat(legs.Dense).Select(scored => scored.Id).Distinct()
            .Select(id => new FusedChunk(id, ((1 - denseWeight) * sparse.ValueOf(id)) + (denseWeight * dense.ValueOf(id)), sparse.ScoreOf(id), dense.ScoreOf(id)))
            .OrderByDescending(chunk => chunk.Score).ThenBy(chunk => chunk.Id.Value)];
    }

    private sealed class Leg(Dictionary<ChunkId, (float Score, double Value)> chunks, double missing)
    {
        public static Leg Of(ImmutableArray<ScoredChunk> scored, AnsweringOptions options) => options.Fusion switch
        {
            FusionMethod.ReciprocalRank => ByRank(scored, options.RankConstant),
            _ => ByStandardScore(scored),
        };

        public double ValueOf(ChunkId id) => chunks.TryGetValue(id, out var chunk) ? chunk.Value : missing;

        public float? ScoreOf(ChunkId id) => chunks.TryGetValue(id, out var chunk) ? chunk.Score : null;

        private static Leg ByRank(ImmutableArray<ScoredChunk> scored, int constant) => new(
            scored.OrderByDescending(chunk => chunk.Score).ThenBy(chunk => chunk.Id.Value)
                .Select((chunk, i) => (chunk.Id, chunk.Score, Value: 1.0 / (constant + i + 1)))
                .ToDictionary(chunk => chunk.Id, chunk => (chunk.Score, chunk.Value)),
            0);

        private static Leg ByStandardScore(ImmutableArray<ScoredChunk> scored)
        {
            if (scored.IsEmpty)
                return new([], 0);
            // Summed in one fixed order: the last bits of a sum depend on it.
            var scores = scored.Select(chunk => (double)chunk.Score).Order().ToArray();
            var mean = scores.Average();
            var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
            return new(
                scored.ToDictionary(chunk => chunk.Id, chunk => (chunk.Score, Standardize(chunk.Score))),
                Standardize(scores[0]));

            double Standardize(double score) => deviation > 0 ? (score - mean) / deviation : 0;
        }
    }
}
