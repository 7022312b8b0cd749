using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using CsCheck;
using Shouldly;
using Xunit;

namespace AgentHelpdesk.TestKit.Index;

/// <content>Random entries and questions, compared with the plainest search.</content>
public abstract partial class IndexConformance
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly Gen<ImmutableArray<string>> SomeAudiences = OneOf("*", "caf", "cpam", "msa").Array[0, 3].Select(names => names.Distinct().Order().ToImmutableArray());

    // Eighths: sums and products are exact in a float, so that equal scores are equal in every store and ties are plenty.
    private static readonly Gen<SparseVector> SomeSparse = Gen.Select(Gen.UInt[1, 12], Gen.Int[1, 16]).Array[0, 8]
        .Select(terms => SomeEntry.Sparse([.. terms.DistinctBy(term => term.Item1).Select(term => (term.Item1, term.Item2 / 8f))]));

    private static readonly Gen<ReadOnlyMemory<float>> SomeDense = Gen.Int[-8, 8].Array[4].Where(values => values.Any(value => value != 0))
        .Select(values => (ReadOnlyMemory<float>)values.Select(value => (float)value).ToArray());

    private static readonly Gen<ValidityPeriod> SomePeriod = Gen.Select(Gen.Int[-1, 30], Gen.Int[0, 31]).Select(days => new ValidityPeriod(
        days.Item1 < 0 ? ValidityPeriod.OpenStart : First.AddDays(days.Item1),
        days.Item2 == 31 ? ValidityPeriod.OpenEnd : First.AddDays(Math.Max(days.Item1, 0) + days.Item2)));

    private static readonly Gen<ArticleKey> SomeArticle = OneOf("L1", "L2", "R3").Select(number => new ArticleKey("css", number));
    private static readonly Gen<DocumentId> SomeDocument = OneOf("code", "guide", "note").Select(DocumentId.Parse);

    private static readonly Gen<IndexEntry> SomeRandomEntry = Gen.Select(
        SomeSparse, SomeDense, SomePeriod, SomeAudiences, SomeArticle.Array[0, 2], SomeDocument, Gen.Bool, Gen.Long[1, 3])
        .Select((sparse, dense, period, audience, articles, document, hasDense, shownFrom) => SomeEntry.Of(1) with
        {
            Sparse = sparse,
            Dense = hasDense ? dense : default,
            Effective = period,
            Audience = audience,
            ArticleKeys = [.. articles.Distinct()],
            Document = document,
            Kind = document.Value,
            ShownFrom = shownFrom,
        });

    private static readonly Gen<SearchFilter> SomeFilter = Gen.Select(
        Gen.Long[0, 4], Gen.Int[0, 40], Gen.Int[0, 40], SomeAudiences, SomeArticle.Array[0, 1], SomeDocument.Array[0, 2], SomeDocument.Array[0, 2])
        .Select((publication, first, length, audiences, articles, documents, kinds) => new SearchFilter
        {
            Publication = publication,
            AsOf = new(First.AddDays(first), First.AddDays(first + length)),
            Audiences = audiences,
            Articles = [.. articles],
            Documents = [.. documents.Distinct()],
            Kinds = [.. kinds.Select(kind => kind.Value).Distinct()],
        });

    private static readonly Gen<SearchQuery> SomeQuestion = Gen.Select(SomeSparse, SomeDense, SomeFilter, Gen.Int[1, 60])
        .Select((sparse, dense, filter, limit) => new SearchQuery { Sparse = sparse, Dense = dense, Filter = filter, Limit = limit });

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public async Task Answers_as_the_plainest_search_does()
    {
        var entries = SomeRandomEntry.Array[300].Single(entries => entries.Length == 300, "0000KTBU3t84").Select((entry, i) => entry with { Id = new(1 + (i * 7919L % 300)) }).ToArray();
        var ends = entries.Where((_, i) => i % 5 == 0).ToDictionary(entry => entry.Id.Value, entry => entry.ShownFrom + 1);
        await StageAsync(entries);
        foreach (var end in ends)
            await EndAsync(end.Value, end.Key);
        var oracle = new BruteForceIndex(entries, ends);

        await SomeQuestion.SampleAsync(
            async question =>
            {
                var (expected, found) = (oracle.Search(question), await SearchAsync(question));
                found.Sparse.ShouldBe(expected.Sparse);
                // Rounding may turn two cosines round that differ in the last digit.
                found.Dense.Length.ShouldBe(expected.Dense.Length);
                found.Dense.Select((chunk, i) => Math.Abs(chunk.Score - expected.Dense[i].Score)).DefaultIfEmpty().Max().ShouldBeLessThan(1e-6f);
            },
            iter: 300,
            threads: 1);
    }
}
