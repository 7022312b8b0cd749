using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using Shouldly;
using Xunit;

namespace AgentHelpdesk.TestKit.Index;

/// <summary>A store's two ports over one empty index.</summary>
public sealed record IndexUnderTest(IIndexWriter Writer, IIndexReader Reader);

/// <summary>What every store must do alike. A store's tests derive from this class and say how an empty index is made.</summary>
public abstract partial class IndexConformance
{
    protected abstract IndexUnderTest Index { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scores_by_the_sum_of_question_weight_times_entry_weight()
    {
        await StageAsync(SomeEntry.Of(1, (10, 0.5f), (20, 2)), SomeEntry.Of(2, (20, 1)), SomeEntry.Of(3, (30, 9)));

        var legs = await SearchAsync(SomeEntry.Question((10, 4), (20, 3)));

        legs.Sparse.ShouldBe([new(new(1), 8), new(new(2), 3)]);
        legs.Dense.ShouldBeEmpty();
    }

    [Fact]
    public async Task Orders_equal_scores_by_ascending_id()
    {
        await StageAsync(SomeEntry.Of(7, (10, 1)), SomeEntry.Of(3, (10, 1)), SomeEntry.Of(5, (10, 1)), SomeEntry.Of(9, (10, 2)));

        (await SearchAsync(SomeEntry.Question((10, 1)) with { Limit = 3 })).Sparse.Ids().ShouldBe([9, 3, 5]);
    }

    [Fact]
    public async Task Leaves_out_what_scores_zero()
    {
        await StageAsync(SomeEntry.Of(1, (10, 0)), SomeEntry.Of(2, (20, 1)), SomeEntry.Of(3));

        (await SearchAsync(SomeEntry.Question((10, 1), (20, 0)))).Sparse.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_nothing_for_an_empty_question()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)) with { Dense = new float[] { 1, 0 } });

        var legs = await SearchAsync(SomeEntry.Question());

        legs.Sparse.ShouldBeEmpty();
        legs.Dense.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_nothing_in_an_empty_index() => (await SearchAsync(SomeEntry.Question((10, 1)))).Sparse.ShouldBeEmpty();

    [Fact]
    public async Task Compares_directions_of_vectors_whatever_their_length()
    {
        await StageAsync(
            SomeEntry.Of(1, (10, 1)) with { Dense = new float[] { 0, 5 } },
            SomeEntry.Of(2, (10, 1)) with { Dense = new float[] { 3, 4 } },
            SomeEntry.Of(3, (10, 1)));

        var dense = (await SearchAsync(SomeEntry.Question() with { Dense = new float[] { 0, 0.5f } })).Dense;

        dense.Ids().ShouldBe([1, 2]);
        dense[0].Score.ShouldBe(1, 1e-6f);
        dense[1].Score.ShouldBe(0.8f, 1e-6f);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-05-17", false)]
    [InlineData("2024-01-01", "2024-05-18", true)]
    [InlineData("2024-05-17", "2024-05-18", true)]
    [InlineData("2024-05-18", "9999-12-31", false)]
    [InlineData("0001-01-01", "9999-12-31", true)]
    [InlineData("0001-01-01", "0001-01-01", false)]
    public async Task Finds_what_is_in_force_on_the_day(string from, string until, bool isFound)
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)) with { Effective = new(Day(from), Day(until)) });

        (await SearchAsync(SomeEntry.Question((10, 1)))).Sparse.Length.ShouldBe(isFound ? 1 : 0);
    }

    [Theory]
    [InlineData("2023-01-01", "2024-01-01", false)]
    [InlineData("2023-01-01", "2024-01-02", true)]
    [InlineData("2024-12-31", "2025-06-01", true)]
    [InlineData("2025-01-01", "2025-06-01", false)]
    [InlineData("2024-03-01", "2024-03-02", true)]
    public async Task Finds_what_is_in_force_on_any_day_of_a_period(string from, string until, bool isFound)
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)) with { Effective = new(Day(from), Day(until)) });

        (await SearchAsync(Asked(filter => filter with { AsOf = AsOf.Year(2024) }))).Sparse.Length.ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public async Task Shows_an_audience_only_what_speaks_to_it()
    {
        await StageAsync(
            SomeEntry.Of(1, (10, 1)) with { Audience = ["caf", "msa"] }, SomeEntry.Of(2, (10, 1)) with { Audience = ["cpam"] }, SomeEntry.Of(3, (10, 1)));

        (await SearchAsync(Asked(filter => filter with { Audiences = ["*", "msa"] }))).Sparse.Ids().ShouldBe([1, 3]);
        (await SearchAsync(Asked(filter => filter with { Audiences = ["*"] }))).Sparse.Ids().ShouldBe([3]);
    }

    [Fact]
    public async Task Shows_nobody_an_entry_without_audience_and_nothing_to_a_caller_without_one()
    {
        await StageAsync(
            SomeEntry.Of(1, (10, 1)) with { Audience = [], Dense = new float[] { 1, 0 } }, SomeEntry.Of(2, (10, 1)) with { Dense = new float[] { 1, 0 } });

        (await SearchAsync(SomeEntry.Question((10, 1)))).Sparse.Ids().ShouldBe([2]);
        var legs = await SearchAsync(Asked(filter => filter with { Audiences = [] }) with { Dense = new float[] { 1, 0 } });
        legs.Sparse.ShouldBeEmpty();
        legs.Dense.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_to_the_kinds_documents_and_articles_asked_for()
    {
        var article = new ArticleKey("css", "L512-1");
        await StageAsync(
            SomeEntry.Of(1, (10, 1)) with { Kind = "code", ArticleKeys = [article, new("", "L512-1")] },
            SomeEntry.Of(2, (10, 1)) with { Document = DocumentId.Parse("guide"), Kind = "" });

        (await SearchAsync(Asked(filter => filter with { Kinds = ["code", "note"] }))).Sparse.Ids().ShouldBe([1]);
        (await SearchAsync(Asked(filter => filter with { Documents = [DocumentId.Parse("guide")] }))).Sparse.Ids().ShouldBe([2]);
        (await SearchAsync(Asked(filter => filter with { Articles = [article] }))).Sparse.Ids().ShouldBe([1]);
        (await SearchAsync(Asked(filter => filter with { Articles = [new("", "L512-1"), new("", "L1")] }))).Sparse.Ids().ShouldBe([1]);
        (await SearchAsync(Asked(filter => filter with { Articles = [new("", "L512")] }))).Sparse.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_both_legs_before_it_cuts_them()
    {
        await StageAsync(
            SomeEntry.Of(1, (10, 9)) with { Kind = "note", Dense = new float[] { 1, 0 } },
            SomeEntry.Of(2, (10, 1)) with { Dense = new float[] { 1, 1 } });

        var legs = await SearchAsync(Asked(filter => filter with { Kinds = ["circulaire"] }) with { Dense = new float[] { 1, 0 }, Limit = 1 });

        legs.Sparse.Ids().ShouldBe([2]);
        legs.Dense.Ids().ShouldBe([2]);
    }

    [Fact]
    public async Task Keeps_the_manifest_written_last()
    {
        (await Index.Reader.ReadManifestAsync(Cancellation)).ShouldBeNull();
        var manifest = new IndexManifest { Schema = 1, Analyzer = "french", EmbeddingModel = "model", EmbeddingSize = 384 };
        await Index.Writer.WriteManifestAsync(manifest with { Schema = 0 }, Cancellation);
        await Index.Writer.WriteManifestAsync(manifest, Cancellation);

        (await Index.Reader.ReadManifestAsync(Cancellation)).ShouldBe(manifest);
    }

    private static SearchQuery Asked(Func<SearchFilter, SearchFilter> change) =>
        SomeEntry.Question((10, 1)) with { Filter = change(SomeEntry.Filter()) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task StageAsync(params IndexEntry[] entries) => Index.Writer.StageAsync(entries, Cancellation);

    private Task<SearchLegs> SearchAsync(SearchQuery query) => Index.Reader.SearchAsync(query, Cancellation);
}
