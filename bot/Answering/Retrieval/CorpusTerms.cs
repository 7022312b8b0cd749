using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>
/// A question's terms with what each is worth, and the publication that it was read from. Where no document has a word, what stands for it
/// takes its place: the long form of an acronym, or the one known word that a slip of the finger parts from it.
/// </summary>
internal sealed record CorpusTerms(long Publication, int DocumentCount, ImmutableArray<WeighedTerm> Terms)
{
    // A corrected word may still be the wrong one.
    private const float CorrectionWeight = 0.8f;

    public static async ValueTask<CorpusTerms> ReadAsync(UnderstoodQuestion question, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        var ids = question.Terms.Select(term => term.Id).Order().ToImmutableArray();
        var statistics = await catalogue.ReadStatisticsAsync(ids, cancellationToken);
        var weighed = question.Terms.Select(term => Weigh(term, statistics.DocumentFrequencies[ids.BinarySearch(term.Id)], statistics)).ToArray();
        ReplaceUnknown(weighed);
        await CorrectUnknownAsync(weighed, question.MaskedText, catalogue, cancellationToken);
        return new(statistics.Publication, statistics.DocumentCount, [.. weighed.DistinctBy(term => term.Term.Id)]);
    }

    public SparseVector ToVector()
    {
        var ordered = Terms.Where(term => term.Weight > 0).OrderBy(term => term.Term.Id).ToArray();
        return new([.. ordered.Select(term => term.Term.Id)], [.. ordered.Select(term => term.Weight)]);
    }

    private static WeighedTerm Weigh(QuestionTerm term, long documentFrequency, CorpusStatistics statistics) =>
        new(term, QueryWeights.Idf(statistics.ChunkCount, documentFrequency), documentFrequency);

    private static bool IsUnknown(WeighedTerm term) => term is { DocumentFrequency: 0, Term: { IsExpansion: false, IsDate: false } };

    // An acronym that no document writes is asked for by its long form, at full weight.
    private static void ReplaceUnknown(WeighedTerm[] terms)
    {
        var replaced = terms.Where(IsUnknown).Where(unknown => terms.Any(term => StandsFor(term, unknown))).ToArray();
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            if (replaced.Contains(term))
                terms[i] = term with { Term = term.Term with { Weight = 0 } };
            else if (replaced.Any(unknown => StandsFor(term, unknown)))
                terms[i] = term with { Term = term.Term with { Weight = 1, IsExpansion = false } };
        }
    }

    private static bool StandsFor(WeighedTerm term, WeighedTerm unknown) =>
        term is { DocumentFrequency: > 0, Term.IsExpansion: true } && term.Term.Start == unknown.Term.Start;

    private static async ValueTask CorrectUnknownAsync(
        WeighedTerm[] terms, string text, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            if (!IsUnknown(term) || term.Weight == 0)
                continue;
            var candidates = SpellingCandidates.Of(text.Substring(term.Term.Start, term.Term.Length));
            if (candidates.IsEmpty)
                continue;
            var ids = candidates.Select(TermId.Of).Distinct().Order().ToImmutableArray();
            var statistics = await catalogue.ReadStatisticsAsync(ids, cancellationToken);
            var best = candidates.MaxBy(candidate => statistics.DocumentFrequencies[ids.BinarySearch(TermId.Of(candidate))]);
            var frequency = statistics.DocumentFrequencies[ids.BinarySearch(TermId.Of(best ?? ""))];
            if (best is not null && frequency > 0)
                terms[i] = Weigh(term.Term with { Term = best, Id = TermId.Of(best), Weight = CorrectionWeight }, frequency, statistics);
        }
    }
}
