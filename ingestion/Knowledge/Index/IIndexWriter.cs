using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Index;

/// <summary>A chunk as the index sees it: vectors and filter fields, no text.</summary>
public sealed record IndexEntry
{
    public required ChunkId Id { get; init; }
    public required DocumentId Document { get; init; }
    public required RevisionId Revision { get; init; }

    /// <summary>BM25 document weights (<see cref="Text.DocumentWeights"/>), without idf.</summary>
    public required SparseVector Sparse { get; init; }

    /// <summary>Empty when the installation has no embedding model.</summary>
    public ReadOnlyMemory<float> Dense { get; init; }

    /// <summary>One of its revision's effective periods: an interrupted revision has an entry for each.</summary>
    public required ValidityPeriod Effective { get; init; }

    /// <summary>Never empty; everyone is <c>*</c>.</summary>
    public required ImmutableArray<string> Audience { get; init; }

    /// <summary>Kind of document in lower case; empty when unknown.</summary>
    public required string Kind { get; init; }

    public required ImmutableArray<ArticleKey> ArticleKeys { get; init; }

    /// <summary>The first publication that shows this entry.</summary>
    public required long ShownFrom { get; init; }
}

/// <summary>
/// Stages the entries of publication P + 1 beside what readers of P see. Every call is idempotent and returns when it is durable.
/// Called only by the holder of the writer's lock, in this order: undo leftovers, stage and end, then the catalogue commits P + 1.
/// </summary>
public interface IIndexWriter
{
    Task WriteManifestAsync(IndexManifest manifest, CancellationToken cancellationToken);

    /// <summary>Adds entries that become visible with their <see cref="IndexEntry.ShownFrom"/>.</summary>
    Task StageAsync(IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken);

    /// <summary>Hides entries from publication <paramref name="shownUntil"/> on.</summary>
    Task EndAsync(IReadOnlyList<ChunkId> ids, long shownUntil, CancellationToken cancellationToken);

    /// <summary>Takes back what a crashed run staged for <paramref name="publication"/>: its entries go, its ends are lifted.</summary>
    Task UndoAsync(long publication, CancellationToken cancellationToken);

    /// <summary>Removes entries for good (purge, clean-up of ended ones).</summary>
    Task RemoveAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken);
}
