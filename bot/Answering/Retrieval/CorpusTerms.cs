using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>A question's terms with what each is worth, and the publication that it was read from.</summary>
internal sealed record CorpusTerms(long Publication, int DocumentCount, ImmutableArray<WeighedTerm> Terms)
{
    /// <summary>What a corrected word is worth beside one typed right: it may have been meant otherwise.</summary>
    private const float CorrectedWeight = 0.8f;

    /// <summary>A correction that hardly any chunk holds is as doubtful as what was typed.</summary>
    private const long LeastCorrectedFrequency = 2;

    public static async ValueTask<CorpusTerms> ReadAsync(UnderstoodQuestion question, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        var (statistics, frequencies) = await ReadFrequenciesAsync(question.Terms.Select(term => term.Id), catalogue, cancellationToken);
        var near = question.Terms.Where(term => !term.IsExpansion && frequencies[term.Id] == 0)
            .ToDictionary(term => term, term => NearTerms.Of(question.MaskedText.Substring(term.Start, term.Length)));
        var terms = question.Terms;
        if (near.Values.Any(candidates => candidates.Length > 0))
        {
            // Everything is read again, so that all frequencies are of one publication.
            (statistics, frequencies) = await ReadFrequenciesAsync(
                question.Terms.Select(term => term.Id).Concat(near.Values.SelectMany(candidates => candidates).Select(TermId.Of)), catalogue, cancellationToken);
            terms = [.. question.Terms.Select(term => near.TryGetValue(term, out var candidates) ? Corrected(term, candidates, frequencies) : term).DistinctBy(term => term.Id)];
        }

        return new(statistics.Publication, statistics.DocumentCount,
            [.. terms.Select(term => new WeighedTerm(term, QueryWeights.Idf(statistics.ChunkCount, frequencies[term.Id]), frequencies[term.Id]))]);
    }

    public SparseVector ToVector()
    {
        var ordered = Terms.OrderBy(term => term.Term.Id).ToArray();
        return new([.. ordered.Select(term => term.Term.Id)], [.. ordered.Select(term => term.Weight)]);
    }

    private static async ValueTask<(CorpusStatistics Statistics, Dictionary<uint, long> Frequencies)> ReadFrequenciesAsync(
        IEnumerable<uint> termIds, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        uint[] ids = [.. termIds.Distinct().Order()];
        var statistics = await catalogue.ReadStatisticsAsync(ids, cancellationToken);
        return (statistics, ids.Zip(statistics.DocumentFrequencies).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>No chunk holds the word: the commonest one that a single typing error makes of it was meant.</summary>
    private static QuestionTerm Corrected(QuestionTerm typed, ImmutableArray<string> candidates, Dictionary<uint, long> frequencies)
    {
        var meant = candidates.MaxBy(candidate => frequencies[TermId.Of(candidate)]);
        return meant is null || frequencies[TermId.Of(meant)] < LeastCorrectedFrequency
            ? typed
            : typed with { Term = meant, Id = TermId.Of(meant), Weight = typed.Weight * CorrectedWeight };
    }
}
