using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Trying;

/// <summary>The published catalogue with a draft laid over it; its pages, acts and state are those of what is published.</summary>
internal sealed class OverlaidCatalogue(ICatalogueReader published, DraftOverlay overlay) : ICatalogueReader
{
    public async ValueTask<CorpusStatistics> ReadStatisticsAsync(IReadOnlyList<uint> termIds, CancellationToken cancellationToken)
    {
        var statistics = await published.ReadStatisticsAsync(termIds, cancellationToken);
        return statistics with
        {
            ChunkCount = statistics.ChunkCount + overlay.Added.Count - overlay.EndedCount,
            DocumentFrequencies = [.. statistics.DocumentFrequencies.Select((frequency, i) => frequency + overlay.Frequencies.GetValueOrDefault(termIds[i]))],
            DocumentCount = statistics.DocumentCount + overlay.DocumentCount,
        };
    }

    public async ValueTask<ImmutableArray<PublishedChunk>> ReadChunksAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken)
    {
        var known = (await published.ReadChunksAsync([.. ids.Where(id => !overlay.Added.ContainsKey(id))], cancellationToken)).ToDictionary(chunk => chunk.Id);
        var chunks = ImmutableArray.CreateBuilder<PublishedChunk>(ids.Count);
        foreach (var id in ids)
        {
            if (overlay.Added.TryGetValue(id, out var added))
                chunks.Add(added.Chunk);
            else if (known.TryGetValue(id, out var chunk))
                chunks.Add(chunk with { Revision = AsItWouldBe(chunk.Revision) });
        }

        return chunks.ToImmutable();
    }

    public ValueTask<ImmutableArray<Chunk>> ReadNeighboursAsync(RevisionId revision, int first, int last, CancellationToken cancellationToken) =>
        revision == overlay.Draft.Id
            ? new([.. overlay.DraftChunks.Where(chunk => first <= chunk.Ordinal && chunk.Ordinal <= last)])
            : published.ReadNeighboursAsync(revision, first, last, cancellationToken);

    public async ValueTask<CatalogueRevision?> FindRevisionAsync(RevisionId id, CancellationToken cancellationToken) =>
        overlay.Document.FirstOrDefault(revision => revision.Id == id) ?? await published.FindRevisionAsync(id, cancellationToken);

    public async ValueTask<CatalogueDocument?> FindDocumentAsync(DocumentId id, CancellationToken cancellationToken) =>
        id == overlay.Draft.Document ? new() { Id = id, Revisions = overlay.Document } : await published.FindDocumentAsync(id, cancellationToken);

    public async ValueTask<ImmutableArray<CatalogueDocument>> ReadDocumentsAsync(CancellationToken cancellationToken)
    {
        var others = (await published.ReadDocumentsAsync(cancellationToken))
            .Where(document => document.Id != overlay.Draft.Document)
            .Select(document => document with { Revisions = [.. document.Revisions.Where(revision => !overlay.Leaving.Contains(revision.Id))] })
            .Where(document => !document.Revisions.IsEmpty);
        return [.. others.Append(new() { Id = overlay.Draft.Document, Revisions = overlay.Document })
            .OrderBy(document => document.Revisions[0].Description.Title, StringComparer.InvariantCultureIgnoreCase)
            .ThenBy(document => document.Id.Value, StringComparer.Ordinal)];
    }

    public ValueTask<Page?> ReadPageAsync(RevisionId revision, int number, CancellationToken cancellationToken) =>
        published.ReadPageAsync(revision, number, cancellationToken);

    public ValueTask<ImmutableArray<Chunk>> ReadChunksOnPageAsync(RevisionId revision, int page, CancellationToken cancellationToken) =>
        revision == overlay.Draft.Id
            ? new([.. overlay.DraftChunks.Where(chunk => chunk.Locator.Words.Any(range => range.Page == page))])
            : published.ReadChunksOnPageAsync(revision, page, cancellationToken);

    public ValueTask<ImmutableArray<Act>> ReadActsAsync(DocumentId document, CancellationToken cancellationToken) => published.ReadActsAsync(document, cancellationToken);

    public ValueTask<CatalogueState> ReadStateAsync(CancellationToken cancellationToken) => published.ReadStateAsync(cancellationToken);

    private CatalogueRevision AsItWouldBe(CatalogueRevision revision) =>
        overlay.Document.FirstOrDefault(other => other.Id == revision.Id) ?? revision;
}
