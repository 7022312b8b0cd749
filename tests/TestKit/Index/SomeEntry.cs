using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TestKit.Index;

/// <summary>Index entries and filters in which only what a test is about is said.</summary>
public static class SomeEntry
{
    public static readonly DateOnly Day = new(2024, 5, 17);

    public static IndexEntry Of(long id, params (uint Term, float Weight)[] sparse) => new()
    {
        Id = new(id),
        Document = DocumentId.Parse("circulaire"),
        Revision = RevisionId.Parse("0123456789abcdef0123456789abcdef"),
        Sparse = Sparse(sparse),
        Effective = ValidityPeriod.Open,
        Audience = [Audience.Everyone],
        Kind = "circulaire",
        ArticleKeys = [],
        ShownFrom = 1,
    };

    public static SparseVector Sparse(params (uint Term, float Weight)[] terms) =>
        new([.. terms.OrderBy(term => term.Term).Select(term => term.Term)], [.. terms.OrderBy(term => term.Term).Select(term => term.Weight)]);

    public static SearchFilter Filter() => new() { Publication = 1, AsOf = AsOf.Day(Day), Audiences = [Audience.Everyone] };

    public static SearchQuery Question(params (uint Term, float Weight)[] terms) => new() { Sparse = Sparse(terms), Filter = Filter() };

    public static ImmutableArray<long> Ids(this ImmutableArray<ScoredChunk> ranking) => [.. ranking.Select(chunk => chunk.Id.Value)];
}
