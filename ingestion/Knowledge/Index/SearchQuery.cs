using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Index;

/// <summary>
/// What a search may see; applied inside both legs before ranking. Fails closed: an entry that lacks a field matches nothing.
/// </summary>
public sealed record SearchFilter
{
    /// <summary>The publication P the question runs on: an entry matches if shown_from ≤ P &lt; shown_until.</summary>
    public required long Publication { get; init; }

    /// <summary>An entry matches if it is in force on at least one of these days.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>An entry matches if it speaks to any of these; <see cref="Audience.OfCaller"/> includes everyone's.</summary>
    public required ImmutableArray<string> Audiences { get; init; }

    /// <summary>Any of these kinds of document; empty: no restriction.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Any of these articles; empty: no restriction.</summary>
    public ImmutableArray<ArticleKey> Articles { get; init; } = [];

    /// <summary>Any of these documents; empty: no restriction.</summary>
    public ImmutableArray<DocumentId> Documents { get; init; } = [];
}

/// <summary>One question to both legs under one filter.</summary>
public sealed record SearchQuery
{
    /// <summary>The question's terms; the weights carry idf (<see cref="Text.QueryWeights"/>). Empty: no sparse search.</summary>
    public required SparseVector Sparse { get; init; }

    /// <summary>The question's embedding, of any length (the store normalises); empty: no dense search.</summary>
    public ReadOnlyMemory<float> Dense { get; init; }

    public required SearchFilter Filter { get; init; }

    /// <summary>Entries wanted of each leg, at least 1.</summary>
    public int Limit { get; init; } = 100;
}

/// <param name="Id">The chunk.</param>
/// <param name="Score">Sparse: Σ question weight × document weight. Dense: cosine in [-1, 1].</param>
public readonly record struct ScoredChunk(ChunkId Id, float Score);

/// <summary>The best of each leg by descending score, equal scores by ascending id. A sparse score of 0 is left out.</summary>
public sealed record SearchLegs
{
    public required ImmutableArray<ScoredChunk> Sparse { get; init; }
    public required ImmutableArray<ScoredChunk> Dense { get; init; }
}
