using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit.Index;

namespace AgentHelpdesk.TestKit;

/// <summary>
/// Catalogue and index of a handful of documents, by the same rules as the stores (weights, filters, effective periods) and by brute force.
/// Every change is one publication.
/// </summary>
public sealed class InMemoryKnowledge : ICatalogueReader, IIndexReader
{
    private readonly List<CatalogueRevision> _revisions = [];
    private readonly Dictionary<RevisionId, ImmutableArray<Chunk>> _chunks = [];
    private List<Entry> _entries = [];
    private long _publication;

    /// <summary>Set to make every call fail as a store that does not answer.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>How long a search takes; zero: no time at all.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>A chunk's vector; null: there is no dense leg.</summary>
    public Func<Chunk, float[]>? VectorOf { get; set; }

    /// <summary>What it says that it was built with.</summary>
    public IndexManifest? Manifest { get; set; }

    /// <summary>Searches made, in order.</summary>
    public List<SearchQuery> Searches { get; } = [];

    public void Publish(CatalogueRevision revision, ImmutableArray<Chunk> chunks) => Publish([(revision, chunks)]);

    public void Publish(IEnumerable<(CatalogueRevision Revision, ImmutableArray<Chunk> Chunks)> revisions)
    {
        _publication++;
        foreach (var (revision, chunks) in revisions)
        {
            _revisions.Add(revision with { PublishedAt = _publication, ChunkCount = chunks.Length });
            _chunks[revision.Id] = chunks;
        }

        foreach (var document in _revisions.GroupBy(other => other.Document).Select(group => group.ToArray()).ToArray())
        {
            var periods = EffectivePeriods.Of([.. document.Select(other => new EffectivePeriods.Candidate(other.Description.Declared, other.PublishedAt))]);
            for (var i = 0; i < document.Length; i++)
                _revisions[_revisions.IndexOf(document[i])] = document[i] with { Effective = periods[i] };
        }

        var known = _entries.ToDictionary(entry => (entry.Revision.Id, entry.Chunk.Ordinal), entry => entry.Weights);
        _entries = [.. _revisions.SelectMany(revision => revision.Effective.SelectMany((period, number) => _chunks[revision.Id].Select(chunk => new Entry(
            ChunkId.Of(revision.Id, chunk.Ordinal, revision.PublishedAt, number),
            revision,
            chunk,
            period,
            known.TryGetValue((revision.Id, chunk.Ordinal), out var weights) ? weights : WeightsOf(chunk)))))];
    }

    /// <summary>A tombstone stays, as in the stores.</summary>
    public void Purge(RevisionId id)
    {
        _publication++;
        var at = _revisions.FindIndex(revision => revision.Id == id);
        _revisions[at] = _revisions[at] with { Status = RevisionStatus.Purged, Effective = [] };
        _chunks[id] = [];
        _entries = [.. _entries.Where(entry => entry.Revision.Id != id)];
    }

    public ValueTask<CorpusStatistics> ReadStatisticsAsync(IReadOnlyList<uint> termIds, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        return ValueTask.FromResult(new CorpusStatistics
        {
            Publication = _publication,
            ChunkCount = _entries.Count,
            DocumentFrequencies = [.. termIds.Select(id => _entries.LongCount(entry => entry.Weights.ContainsKey(id)))],
            DocumentCount = _entries.Select(entry => entry.Revision.Document).Distinct().Count(),
        });
    }

    public ValueTask<ImmutableArray<PublishedChunk>> ReadChunksAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        var byId = _entries.ToDictionary(entry => entry.Id);
        return ValueTask.FromResult(ids.Where(byId.ContainsKey).Select(id => byId[id]).Select(entry => new PublishedChunk
        {
            Id = entry.Id,
            Chunk = entry.Chunk,
            Revision = entry.Revision,
            Effective = entry.Effective,
        }).ToImmutableArray());
    }

    public ValueTask<ImmutableArray<Chunk>> ReadNeighboursAsync(RevisionId revision, int first, int last, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        return ValueTask.FromResult(_chunks.GetValueOrDefault(revision, []).Where(chunk => first <= chunk.Ordinal && chunk.Ordinal <= last).ToImmutableArray());
    }

    public ValueTask<CatalogueRevision?> FindRevisionAsync(RevisionId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_revisions.Find(revision => revision.Id == id));

    public ValueTask<CatalogueDocument?> FindDocumentAsync(DocumentId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Documents().FirstOrDefault(document => document.Id == id));

    public ValueTask<ImmutableArray<CatalogueDocument>> ReadDocumentsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Documents().ToImmutableArray());

    public ValueTask<Page?> ReadPageAsync(RevisionId revision, int number, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Page?>(null);

    public ValueTask<ImmutableArray<Chunk>> ReadChunksOnPageAsync(RevisionId revision, int page, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_chunks.GetValueOrDefault(revision, []).Where(chunk => chunk.Locator.Words.Any(range => range.Page == page)).ToImmutableArray());

    public ValueTask<ImmutableArray<Act>> ReadActsAsync(DocumentId document, CancellationToken cancellationToken) => ValueTask.FromResult<ImmutableArray<Act>>([]);

    public ValueTask<CatalogueState> ReadStateAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new CatalogueState
    {
        Publication = _publication,
        Documents = Documents().Count(),
        Revisions = _revisions.Count,
        Chunks = _entries.Count,
        OnlySamples = false,
        Problems = [],
    });

    public async Task<SearchLegs> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, cancellationToken);
        Searches.Add(query);
        var hits = _entries.Where(entry => Matches(entry, query.Filter))
            .Select(entry => new ScoredChunk(entry.Id, Score(entry, query.Sparse)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id.Value)
            .Take(query.Limit);
        return new() { Sparse = [.. hits], Dense = [.. Near(query)] };
    }

    public Task<IndexManifest?> ReadManifestAsync(CancellationToken cancellationToken) => Task.FromResult(Manifest);

    private IEnumerable<ScoredChunk> Near(SearchQuery query) => VectorOf is not { } vectorOf || query.Dense.IsEmpty
        ? []
        : _entries.Where(entry => Matches(entry, query.Filter))
            .Select(entry => new ScoredChunk(entry.Id, BruteForceIndex.Cosine(query.Dense.Span, vectorOf(entry.Chunk))))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id.Value)
            .Take(query.Limit);

    private IEnumerable<CatalogueDocument> Documents() => _revisions.GroupBy(revision => revision.Document)
        .Select(group => new CatalogueDocument { Id = group.Key, Revisions = [.. group.OrderByDescending(revision => revision.PublishedAt)] });

    private static bool Matches(Entry entry, SearchFilter filter) =>
        filter.Publication >= entry.Revision.PublishedAt
        && entry.Effective.Overlaps(filter.AsOf)
        && entry.Revision.Description.Audience.Any(audience => filter.Audiences.Contains(audience))
        && (filter.Kinds.IsEmpty || filter.Kinds.Contains(entry.Revision.Description.Kind))
        && (filter.Articles.IsEmpty || entry.Chunk.ArticleKeys.Any(key => filter.Articles.Contains(key)))
        && (filter.Documents.IsEmpty || filter.Documents.Contains(entry.Revision.Document));

    private static float Score(Entry entry, SparseVector question)
    {
        var score = 0f;
        for (var i = 0; i < question.Count; i++)
            score += entry.Weights.GetValueOrDefault(question.Indices[i]) * question.Values[i];
        return score;
    }

    private static Dictionary<uint, float> WeightsOf(Chunk chunk)
    {
        var vector = DocumentWeights.Of(FrenchAnalyzer.Analyze(chunk.Prefix + "\n" + chunk.Text));
        return Enumerable.Range(0, vector.Count).ToDictionary(i => vector.Indices[i], i => vector.Values[i]);
    }

    private void ThrowIfUnavailable()
    {
        if (IsUnavailable)
            throw new StoreUnavailableException("The store in memory was told not to answer.");
    }

    private sealed record Entry(ChunkId Id, CatalogueRevision Revision, Chunk Chunk, ValidityPeriod Effective, Dictionary<uint, float> Weights);
}
