using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using Shouldly;
using Xunit;

namespace AgentHelpdesk.TestKit.Index;

/// <content>Publications: what is staged, ended, undone, removed.</content>
public abstract partial class IndexConformance
{
    [Fact]
    public async Task Shows_staged_entries_from_their_publication_on()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)), SomeEntry.Of(2, (10, 1)) with { ShownFrom = 2 });

        (await FoundAtAsync(1)).ShouldBe([1]);
        (await FoundAtAsync(2)).ShouldBe([1, 2]);
        (await FoundAtAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hides_ended_entries_from_the_publication_that_ended_them()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)), SomeEntry.Of(2, (10, 1)));
        (await FoundAtAsync(1)).ShouldBe([1, 2]);

        await EndAsync(2, 1);

        (await FoundAtAsync(1)).ShouldBe([1, 2]);
        (await FoundAtAsync(2)).ShouldBe([2]);
    }

    [Fact]
    public async Task Undoes_what_a_publication_staged_and_ended()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)));
        await StageAsync(SomeEntry.Of(2, (10, 1)) with { ShownFrom = 2 });
        await EndAsync(2, 1);
        (await FoundAtAsync(2)).ShouldBe([2]);

        await Index.Writer.UndoAsync(2, Cancellation);
        await Index.Writer.UndoAsync(2, Cancellation);

        (await FoundAtAsync(2)).ShouldBe([1]);
        (await FoundAtAsync(1)).ShouldBe([1]);
    }

    [Fact]
    public async Task Leaves_earlier_publications_alone_when_it_undoes_one()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)), SomeEntry.Of(2, (10, 1)));
        await EndAsync(2, 1);

        await Index.Writer.UndoAsync(3, Cancellation);

        (await FoundAtAsync(2)).ShouldBe([2]);
    }

    [Fact]
    public async Task Staging_or_ending_twice_is_staging_or_ending_once()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)), SomeEntry.Of(2, (10, 1)));
        (await FoundAtAsync(1)).ShouldBe([1, 2]);
        await StageAsync(SomeEntry.Of(1, (10, 1)));
        await EndAsync(2, 1);
        await EndAsync(2, 1);
        await EndAsync(5, 1);

        (await FoundAtAsync(1)).ShouldBe([1, 2]);
        (await FoundAtAsync(2)).ShouldBe([2]);
    }

    [Fact]
    public async Task Replaces_an_entry_staged_again_with_other_content()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)));
        (await FoundAtAsync(1)).ShouldBe([1]);

        await Index.Writer.UndoAsync(1, Cancellation);
        await StageAsync(SomeEntry.Of(1, (20, 1)));

        (await FoundAtAsync(1)).ShouldBeEmpty();
        (await SearchAsync(SomeEntry.Question((20, 1)))).Sparse.Ids().ShouldBe([1]);
    }

    [Fact]
    public async Task Forgets_removed_entries()
    {
        await StageAsync(SomeEntry.Of(1, (10, 1)), SomeEntry.Of(2, (10, 1)), SomeEntry.Of(3, (10, 1)));
        (await FoundAtAsync(1)).ShouldBe([1, 2, 3]);

        await Index.Writer.RemoveAsync([new(1), new(3), new(99)], Cancellation);

        (await FoundAtAsync(1)).ShouldBe([2]);
    }

    [Fact]
    public async Task Follows_many_small_publications()
    {
        for (var publication = 1; publication <= 40; publication++)
        {
            await StageAsync(SomeEntry.Of(publication, (10, publication), (20, 1)) with { ShownFrom = publication });
            if (publication % 3 == 0)
                await EndAsync(publication, publication - 1);
            if (publication % 7 == 0)
                await Index.Writer.RemoveAsync([new(publication - 4)], Cancellation);
            (await SearchAsync(At(publication))).Sparse[0].ShouldBe(new(new(publication), publication));
        }

        var expected = Enumerable.Range(1, 40).Where(id => id % 3 != 2 && (id + 4) % 7 != 0).Select(id => (long)id).Reverse();
        (await SearchAsync(At(40))).Sparse.Ids().ShouldBe(expected);
    }

    private async Task<IEnumerable<long>> FoundAtAsync(long publication) => (await SearchAsync(At(publication))).Sparse.Ids();

    private static SearchQuery At(long publication) => Asked(filter => filter with { Publication = publication });

    private Task EndAsync(long publication, params long[] ids) =>
        Index.Writer.EndAsync([.. ids.Select(id => new ChunkId(id))], publication, Cancellation);
}
