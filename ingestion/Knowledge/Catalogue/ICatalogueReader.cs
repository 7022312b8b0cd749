using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>
/// Documents, revisions, text and word boxes: kept in the local database whichever store holds the index.
/// Every method may throw <see cref="StoreUnavailableException"/>.
/// </summary>
public interface ICatalogueReader
{
    /// <summary>Called once at the start of a question; its publication number goes into the question's filter.</summary>
    ValueTask<CorpusStatistics> ReadStatisticsAsync(IReadOnlyList<uint> termIds, CancellationToken cancellationToken);

    /// <summary>The chunks in the order asked; ids that no longer exist are left out.</summary>
    ValueTask<ImmutableArray<PublishedChunk>> ReadChunksAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken);

    /// <summary>The chunks of a revision numbered <paramref name="first"/> to <paramref name="last"/> (clipped to what exists), in order.</summary>
    ValueTask<ImmutableArray<Chunk>> ReadNeighboursAsync(RevisionId revision, int first, int last, CancellationToken cancellationToken);

    ValueTask<CatalogueRevision?> FindRevisionAsync(RevisionId id, CancellationToken cancellationToken);

    ValueTask<CatalogueDocument?> FindDocumentAsync(DocumentId id, CancellationToken cancellationToken);

    /// <summary>By title, then identity. Purged documents are left out.</summary>
    ValueTask<ImmutableArray<CatalogueDocument>> ReadDocumentsAsync(CancellationToken cancellationToken);

    /// <summary>Null for an unknown or purged revision, or a page it doesn't have.</summary>
    ValueTask<Page?> ReadPageAsync(RevisionId revision, int number, CancellationToken cancellationToken);

    /// <summary>The chunks that hold words of the page, in order; none for an unknown or purged revision.</summary>
    ValueTask<ImmutableArray<Chunk>> ReadChunksOnPageAsync(RevisionId revision, int page, CancellationToken cancellationToken);

    /// <summary>What was done to a document (and to all of them at once), newest first; also after a purge.</summary>
    ValueTask<ImmutableArray<Act>> ReadActsAsync(DocumentId document, CancellationToken cancellationToken);

    ValueTask<CatalogueState> ReadStateAsync(CancellationToken cancellationToken);
}
