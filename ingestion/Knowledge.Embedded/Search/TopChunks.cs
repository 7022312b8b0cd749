using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>The best so far of one leg: by descending score, equal scores by ascending id. A heap with the worst on top.</summary>
internal sealed class TopChunks(int limit)
{
    private readonly PriorityQueue<ScoredChunk, ScoredChunk> heap = new(Comparer<ScoredChunk>.Create(WorstFirst));

    public bool IsFull => heap.Count == limit;

    /// <summary>What a chunk must reach to enter; minus infinity as long as there is room. Reaching it is enough only with a lower id.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    public void Offer(long id, float score)
    {
        if (score < Threshold)
            return;
        var chunk = new ScoredChunk(new(id), score);
        if (heap.Count < limit)
            heap.Enqueue(chunk, chunk);
        else
            heap.EnqueueDequeue(chunk, chunk);
        if (IsFull)
            Threshold = heap.Peek().Score;
    }

    public void OfferAll(TopChunks other)
    {
        foreach (var (chunk, _) in other.heap.UnorderedItems)
            Offer(chunk.Id.Value, chunk.Score);
    }

    public ImmutableArray<ScoredChunk> ToRanking()
    {
        var ranking = heap.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(ranking, (one, other) => WorstFirst(other, one));
        return [.. ranking];
    }

    private static int WorstFirst(ScoredChunk one, ScoredChunk other)
    {
        var byScore = one.Score.CompareTo(other.Score);
        return byScore != 0 ? byScore : other.Id.Value.CompareTo(one.Id.Value);
    }
}
