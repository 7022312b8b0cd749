using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Trying;

/// <summary>Gathers what would come and what would end with a publication, and counts terms in and out.</summary>
internal sealed class OverlayChanges(long number, ICatalogueReader catalogue)
{
    public ImmutableDictionary<ChunkId, OverlaidEntry>.Builder Added { get; } = ImmutableDictionary.CreateBuilder<ChunkId, OverlaidEntry>();

    public ImmutableHashSet<(RevisionId Revision, ValidityPeriod Effective)>.Builder Ended { get; } =
        ImmutableHashSet.CreateBuilder<(RevisionId Revision, ValidityPeriod Effective)>();

    public int EndedCount { get; private set; }

    public Dictionary<uint, long> Frequencies { get; } = [];

    /// <summary>An appearance of each chunk for each of these of the revision's effective periods.</summary>
    public void Add(CatalogueRevision revision, ImmutableArray<ValidityPeriod> periods, ImmutableArray<(Chunk Chunk, SparseVector Weights)> chunks)
    {
        foreach (var period in periods)
        {
            foreach (var (chunk, weights) in chunks)
            {
                var id = ChunkId.Of(revision.Id, chunk.Ordinal, number, revision.Effective.IndexOf(period));
                Added[id] = new(new() { Id = id, Chunk = chunk, Revision = revision, Effective = period }, weights);
                Count(weights, 1);
            }
        }
    }

    /// <summary>A published revision as it would be; null: its appearances all end (it leaves, or is read and described anew).</summary>
    public async Task ReplaceAsync(CatalogueRevision before, CatalogueRevision? after, CancellationToken cancellationToken)
    {
        var ended = before.Effective.Where(period => after is null || !after.Effective.Contains(period)).ToArray();
        var added = after?.Effective.Where(period => !before.Effective.Contains(period)).ToImmutableArray() ?? [];
        if (ended.Length == 0 && added.IsEmpty)
            return;

        var stored = await catalogue.ReadNeighboursAsync(before.Id, 0, int.MaxValue, cancellationToken);
        var chunks = stored.Select(chunk => (Chunk: chunk, Weights: IndexedText.Weigh(chunk))).ToImmutableArray();
        foreach (var period in ended)
        {
            Ended.Add((before.Id, period));
            EndedCount += chunks.Length;
            foreach (var (_, weights) in chunks)
                Count(weights, -1);
        }

        if (after is not null)
            Add(after, added, chunks);
    }

    private void Count(SparseVector weights, int sign)
    {
        foreach (var term in weights.Indices)
            Frequencies[term] = Frequencies.GetValueOrDefault(term) + sign;
    }
}
