using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>From a question to ranked passages and a judgement of what they support: understand, weigh, search, fuse, rerank, judge.</summary>
public sealed class SearchPassages(
    QuestionReader reader,
    ICatalogueReader catalogue,
    IIndexReader index,
    TimeProvider time,
    IOptions<AnsweringOptions> options,
    ILogger<SearchPassages> logger,
    IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    // The reranker reads the words of this many.
    private const int CandidateCount = 50;

    private readonly KnownTerms _known = new();
    private readonly QuestionEmbedder _embedder = new(index, time, options.Value, logger, generator);

    /// <exception cref="StoreUnavailableException">The store does not answer: the turn fails, it is no abstention.</exception>
    public async Task<RetrievalOutcome> SearchAsync(Question question, CancellationToken cancellationToken)
    {
        using var activity = AnsweringActivities.Source.StartActivity(AnsweringActivities.Search);
        var start = time.GetTimestamp();

        var understood = reader.Read(question);
        var embedding = _embedder.EmbedAsync(understood, cancellationToken);
        var corpus = await CorpusTerms.ReadAsync(understood, catalogue, cancellationToken);
        var query = QueryOf(question, understood, corpus) with { Dense = (await embedding).Vector };
        var (passages, evidence) = await RankAsync(question, understood, corpus, query, cancellationToken);
        if (evidence.Lack is AbstentionReason.NothingFound or AbstentionReason.EvidenceTooWeak)
            evidence = await ExplainByDatesAsync(question, understood, corpus, query, evidence, cancellationToken);

        Log.Retrieved(logger, passages.Length, corpus.Publication, time.GetElapsedTime(start).TotalMilliseconds, evidence.Strength, evidence.Lack);
        activity?.SetTag(AnsweringActivities.PassageCount, passages.Length).SetTag(AnsweringActivities.EvidenceStrength, evidence.Strength);
        return new()
        {
            Question = understood,
            Publication = corpus.Publication,
            Filter = query.Filter,
            DocumentsSearched = corpus.DocumentCount,
            Terms = corpus.Terms,
            Passages = [.. passages.Take(question.PassageCount)],
            Evidence = evidence,
            DenseLeg = (await embedding).Leg,
        };
    }

    private SearchQuery QueryOf(Question question, UnderstoodQuestion understood, CorpusTerms corpus) => new()
    {
        Sparse = corpus.ToVector(),
        Filter = new()
        {
            Publication = corpus.Publication,
            AsOf = understood.AsOf,
            Audiences = Audience.OfCaller(question.Audiences),
            Kinds = [.. question.Kinds.Select(kind => kind.ToLowerInvariant())],
        },
        Limit = options.Value.LegLimit,
    };

    private async Task<(ImmutableArray<Passage> Passages, Evidence Evidence)> RankAsync(
        Question question, UnderstoodQuestion understood, CorpusTerms corpus, SearchQuery query, CancellationToken cancellationToken)
    {
        var legs = await index.SearchAsync(query, cancellationToken);
        var named = await NamedArticles.FindAsync(understood, query, index, catalogue, cancellationToken);
        var fused = ScoreFusion.Fuse(legs, options.Value);
        var candidates = await ReadCandidatesAsync(named, fused, Math.Max(CandidateCount, question.PassageCount), cancellationToken);
        var passages = PassageReranker.Rank(candidates, understood, corpus.Terms, _known);
        return (passages, EvidenceJudge.Judge(understood, corpus.Terms, passages, legs, named, options.Value));
    }

    private async Task<List<Candidate>> ReadCandidatesAsync(
        NamedArticles named, ImmutableArray<FusedChunk> fused, int count, CancellationToken cancellationToken)
    {
        var scores = fused.ToDictionary(chunk => chunk.Id);
        // A named article that the legs did not return ranks by its name alone.
        var looked = named.Found.Concat(named.SameNumber).ToArray();
        foreach (var chunk in looked)
            scores.TryAdd(chunk.Id, new(chunk.Id, fused.IsEmpty ? 0 : fused[^1].Score, chunk.Score, null));
        var namedIds = named.Found.Select(chunk => chunk.Id).ToHashSet();
        var sameNumberIds = named.SameNumber.Select(chunk => chunk.Id).ToHashSet();
        var ids = looked.Select(chunk => chunk.Id).Concat(fused.Take(count).Select(chunk => chunk.Id)).Distinct().ToArray();
        var chunks = await catalogue.ReadChunksAsync(ids, cancellationToken);
        return [.. chunks.Select(chunk => new Candidate(chunk, scores[chunk.Id], namedIds.Contains(chunk.Id), sameNumberIds.Contains(chunk.Id)))];
    }

    // What is missing on the days asked about may be there on others: that is worth telling. Only words are evidence.
    private async Task<Evidence> ExplainByDatesAsync(
        Question question, UnderstoodQuestion understood, CorpusTerms corpus, SearchQuery query, Evidence evidence, CancellationToken cancellationToken)
    {
        var anyDay = query with { Dense = default, Filter = query.Filter with { AsOf = NamedArticles.AnyDay } };
        var (_, other) = await RankAsync(question, understood, corpus, anyDay, cancellationToken);
        return other.Lack is null ? evidence with { Lack = AbstentionReason.NothingInForce } : evidence;
    }
}
