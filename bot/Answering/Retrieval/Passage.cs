using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>A chunk retrieved for this question, with its rank and why.</summary>
public sealed record Passage
{
    /// <summary>From 1, after fusion and reranking.</summary>
    public required int Rank { get; init; }

    public required PublishedChunk Chunk { get; init; }

    /// <summary>The fused score the ranking is sorted by.</summary>
    public required double Score { get; init; }

    /// <summary>Null when the sparse leg did not return it.</summary>
    public float? SparseScore { get; init; }

    /// <summary>Null when the dense leg did not return it, or there is none.</summary>
    public float? DenseScore { get; init; }
}
