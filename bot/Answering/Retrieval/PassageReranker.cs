using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Answering.Retrieval;

/// <param name="Chunk">The chunk.</param>
/// <param name="Fused">Its scores.</param>
/// <param name="IsNamed">It is a part of an article that the question names.</param>
internal sealed record Candidate(PublishedChunk Chunk, FusedChunk Fused, bool IsNamed);

/// <summary>The second, finer ordering of a short list: named articles first, then the score.</summary>
internal static class PassageReranker
{
    public static ImmutableArray<Passage> Rank(IReadOnlyList<Candidate> candidates, UnderstoodQuestion question, ImmutableArray<WeighedTerm> terms)
    {
        var day = question.AsOf.DayShownFirst(question.Today);
        return [.. candidates
            .Select(candidate => (Candidate: candidate, Score: candidate.Fused.Score))
            .OrderByDescending(scored => scored.Candidate.IsNamed)
            .ThenByDescending(scored => scored.Candidate.Chunk.Effective.Contains(day))
            .ThenByDescending(scored => scored.Score)
            .ThenBy(scored => scored.Candidate.Chunk.Id.Value)
            .Select((scored, i) => new Passage
            {
                Rank = i + 1,
                Chunk = scored.Candidate.Chunk,
                Score = scored.Score,
                SparseScore = scored.Candidate.Fused.Sparse,
                DenseScore = scored.Candidate.Fused.Dense,
            })];
    }
}
