using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>A question's terms with what each is worth, and the publication that it was read from.</summary>
internal sealed record CorpusTerms(long Publication, int DocumentCount, ImmutableArray<WeighedTerm> Terms)
{
    public static async ValueTask<CorpusTerms> ReadAsync(UnderstoodQuestion question, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        var ids = question.Terms.Select(term => term.Id).Order().ToImmutableArray();
        var statistics = await catalogue.ReadStatisticsAsync(ids, cancellationToken);
        return new(statistics.Publication, statistics.DocumentCount, [.. question.Terms.Select(term =>
        {
            var frequency = statistics.DocumentFrequencies[ids.BinarySearch(term.Id)];
            return new WeighedTerm(term, QueryWeights.Idf(statistics.ChunkCount, frequency), frequency);
        })]);
    }

    public SparseVector ToVector()
    {
        var ordered = Terms.OrderBy(term => term.Term.Id).ToArray();
        return new([.. ordered.Select(term => term.Term.Id)], [.. ordered.Select(term => term.Weight)]);
    }
}
