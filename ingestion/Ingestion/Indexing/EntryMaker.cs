using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>A revision's chunks with what they are found by; the vectors are shared by the entries of all its periods.</summary>
internal sealed record MadeEntries(
    CatalogueRevision Revision, ImmutableArray<Chunk> Chunks, ImmutableArray<SparseVector> Weights, ReadOnlyMemory<float>[] Vectors)
{
    /// <summary>Stored chunks whose prefix or terms are no longer those in the catalogue.</summary>
    public ImmutableArray<ChunkRewording> Reworded { get; init; } = [];
}

/// <summary>Makes index entries of chunks just read, or of stored text.</summary>
internal sealed class EntryMaker(ICatalogueReader reader, IIndexWriter index, ChunkEmbedder embedder, IOptions<IndexingOptions> options)
{
    /// <param name="plan">The revision.</param>
    /// <param name="isShown">Entries will be staged: vectors are needed too.</param>
    /// <param name="cancellationToken">Ends it; nothing has been written yet.</param>
    public async Task<MadeEntries> MakeAsync(RevisionPlan plan, bool isShown, CancellationToken cancellationToken)
    {
        if (!isShown && (!plan.RenewsEntries || plan.After.Status == RevisionStatus.Purged))
            return new(plan.After, [], [], []);
        var (chunks, weights, reworded) = plan.Draft?.Text is { } text
            ? ([.. text.Text.Chunks.Select(indexed => indexed.Chunk)], text.Weights, [])
            : await FromStoredTextAsync(plan, cancellationToken);
        var vectors = isShown ? await embedder.EmbedAsync(chunks, cancellationToken) : [];
        return new(plan.After, chunks, weights, vectors) { Reworded = reworded };
    }

    /// <summary>Stages the entries of one of the revision's effective periods.</summary>
    public async Task StageAsync(MadeEntries made, int period, CommitBuilder commit, CancellationToken cancellationToken)
    {
        var batch = new List<IndexEntry>(options.Value.StageBatchSize);
        for (var i = 0; i < made.Chunks.Length; i++)
        {
            var entry = Entry(made, i, period, commit.Number);
            batch.Add(entry);
            commit.Added.Add(new(entry.Id, made.Revision.Id, made.Chunks[i].Ordinal, entry.Effective));
            if (batch.Count < options.Value.StageBatchSize && i < made.Chunks.Length - 1)
                continue;
            await index.StageAsync(batch, cancellationToken);
            batch.Clear();
        }
    }

    private static IndexEntry Entry(MadeEntries made, int i, int period, long number) => new()
    {
        Id = ChunkId.Of(made.Revision.Id, made.Chunks[i].Ordinal, number, period),
        Document = made.Revision.Document,
        Revision = made.Revision.Id,
        Sparse = made.Weights[i],
        Dense = made.Vectors[i],
        Effective = made.Revision.Effective[period],
        Audience = made.Revision.Description.Audience,
        Kind = made.Revision.Description.Kind,
        ArticleKeys = made.Chunks[i].ArticleKeys,
        ShownFrom = number,
    };

    private async Task<(ImmutableArray<Chunk> Chunks, ImmutableArray<SparseVector> Weights, ImmutableArray<ChunkRewording> Reworded)> FromStoredTextAsync(
        RevisionPlan plan, CancellationToken cancellationToken)
    {
        var before = plan.Before?.Description.Title ?? "";
        var stored = await reader.ReadNeighboursAsync(plan.After.Id, 0, int.MaxValue, cancellationToken);
        ImmutableArray<Chunk> chunks = [.. stored.Select(chunk => IndexedText.Retitle(chunk, before, plan.After.Description.Title))];
        ImmutableArray<SparseVector> weights = [.. chunks.Select(IndexedText.Weigh)];
        if (!plan.RenewsEntries)
            return (chunks, weights, []);
        return (chunks, weights, [.. chunks.Zip(weights, (chunk, weight) => new ChunkRewording(chunk.Ordinal, chunk.Prefix, chunk.TokenCount, weight.Indices))]);
    }
}
