using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Trying;

/// <summary>
/// The published index with a draft laid over it: what would end is left out, what would come is filtered and scored by the formula of
/// the stores. The draft has no vectors yet, so words alone rank it and what is published, by one measure.
/// </summary>
internal sealed class OverlaidIndex(IIndexReader index, ICatalogueReader catalogue, DraftOverlay overlay) : IIndexReader
{
    public async Task<SearchLegs> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        // As many more as may have to be left out: the rest then holds the best of what stays.
        var legs = await index.SearchAsync(query with { Dense = default, Limit = query.Limit + overlay.EndedCount }, cancellationToken);
        var stays = await StayingAsync(legs.Sparse, query.Limit, cancellationToken);
        var comes = overlay.Added
            .Where(entry => Passes(entry.Value.Chunk, query.Filter))
            .Select(entry => new ScoredChunk(entry.Key, Score(query.Sparse, entry.Value.Weights)))
            .Where(chunk => chunk.Score != 0);
        return new()
        {
            Sparse = [.. stays.Concat(comes).OrderByDescending(chunk => chunk.Score).ThenBy(chunk => chunk.Id.Value).Take(query.Limit)],
            Dense = [],
        };
    }

    public Task<IndexManifest?> ReadManifestAsync(CancellationToken cancellationToken) => index.ReadManifestAsync(cancellationToken);

    private async ValueTask<ImmutableArray<ScoredChunk>> StayingAsync(ImmutableArray<ScoredChunk> leg, int limit, CancellationToken cancellationToken)
    {
        if (overlay.Ended.IsEmpty || leg.IsEmpty)
            return leg.Length > limit ? leg[..limit] : leg;
        var staying = ImmutableArray.CreateBuilder<ScoredChunk>();
        foreach (var batch in leg.Chunk(limit))
        {
            // The leg knows ids alone; which appearances they are is the catalogue's to say.
            var ended = (await catalogue.ReadChunksAsync([.. batch.Select(chunk => chunk.Id)], cancellationToken))
                .Where(chunk => overlay.Ended.Contains((chunk.Revision.Id, chunk.Effective))).Select(chunk => chunk.Id).ToHashSet();
            staying.AddRange(batch.Where(chunk => !ended.Contains(chunk.Id)));
            if (staying.Count >= limit)
                break;
        }

        return [.. staying.Take(limit)];
    }

    private static bool Passes(PublishedChunk chunk, SearchFilter filter) =>
        chunk.Effective.Overlaps(filter.AsOf)
        && chunk.Revision.Description.Audience.Any(audience => filter.Audiences.Contains(audience, StringComparer.Ordinal))
        && (filter.Kinds.IsEmpty || filter.Kinds.Contains(chunk.Revision.Description.Kind, StringComparer.Ordinal))
        && (filter.Documents.IsEmpty || filter.Documents.Contains(chunk.Revision.Document))
        && (filter.Articles.IsEmpty || chunk.Chunk.ArticleKeys.Any(key => filter.Articles.Contains(key)));

    // Products of two floats are exact in a double, and their sums agree to the float they are rounded to: the stores' scores.
    private static float Score(SparseVector question, SparseVector entry)
    {
        var sum = 0.0;
        for (var i = 0; i < question.Count; i++)
        {
            if (entry.Indices.BinarySearch(question.Indices[i]) is >= 0 and var at)
                sum += (double)question.Values[i] * entry.Values[at];
        }

        return (float)sum;
    }
}
