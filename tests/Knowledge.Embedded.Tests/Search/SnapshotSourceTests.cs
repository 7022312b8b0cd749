using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.TestKit;
using AgentHelpdesk.TestKit.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Search;

public sealed class SnapshotSourceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly KnowledgeDatabase database;
    private readonly SnapshotSource source;

    public SnapshotSourceTests()
    {
        database = new(folder.Path);
        source = new(database);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_its_snapshot_while_nothing_is_committed()
    {
        await new EmbeddedIndexWriter(database).StageAsync([SomeEntry.Of(1, (10, 1))], Cancellation);
        var snapshot = await source.CurrentAsync(Cancellation);

        database.Read(connection => connection.Number("SELECT count(*) FROM index_entry")).ShouldBe(1);

        (await source.CurrentAsync(Cancellation)).ShouldBeSameAs(snapshot);
    }

    [Fact]
    public async Task Follows_what_another_process_commits()
    {
        (await source.CurrentAsync(Cancellation)).Segments.ShouldBeEmpty();
        using var other = new KnowledgeDatabase(folder.Path);

        await new EmbeddedIndexWriter(other).StageAsync([SomeEntry.Of(1, (10, 1))], Cancellation);

        (await source.CurrentAsync(Cancellation)).Search(SomeEntry.Question((10, 1))).Sparse.Ids().ShouldBe([1]);
    }

    [Fact]
    public async Task Following_gives_what_loading_gives()
    {
        var writer = new EmbeddedIndexWriter(database);
        var entries = RandomEntries.Of(600, seed: 7);
        for (var publication = 1; publication <= 30; publication++)
        {
            var own = entries[((publication - 1) * 20)..(publication * 20)];
            await writer.StageAsync([.. own.Select(entry => entry with { ShownFrom = publication })], Cancellation);
            await writer.EndAsync([.. own[..5].Select(entry => entry.Id)], publication + 3, Cancellation);
            if (publication % 4 == 0)
                await writer.RemoveAsync([.. own[5..8].Select(entry => entry.Id)], Cancellation);
            if (publication % 5 == 0)
                await writer.UndoAsync(publication, Cancellation);
            await source.CurrentAsync(Cancellation);
        }

        using var fresh = new SnapshotSource(database);
        var (followed, loaded) = (await source.CurrentAsync(Cancellation), await fresh.CurrentAsync(Cancellation));
        var random = new Random(8);
        for (var i = 0; i < 60; i++)
        {
            var question = RandomEntries.Question(random, 40);
            question = question with { Filter = question.Filter with { Publication = random.Next(1, 34) } };
            followed.Search(question).Sparse.ShouldBe(loaded.Search(question).Sparse);
        }
    }

    [Fact]
    public async Task Questions_and_publications_run_at_the_same_time()
    {
        var writer = new EmbeddedIndexWriter(database);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var asked = 0;
            for (; !stop.IsCancellationRequested; asked++)
            {
                // Publication 9 shows three entries whole or none; those staged later do not show in it, nor do ends that came later.
                var found = (await source.CurrentAsync(Cancellation)).Search(At(publication: 9) with { Limit = 3 }).Sparse.Length;
                found.ShouldBeOneOf(0, 3);
            }

            return asked;
        })).ToArray();

        for (var publication = 1; publication <= 40; publication++)
        {
            await writer.StageAsync([.. Enumerable.Range(0, 3).Select(i => SomeEntry.Of((publication * 3) + i, (10, 1)) with { ShownFrom = publication })], Cancellation);
            await writer.EndAsync([.. Enumerable.Range(0, 3).Select(i => new Knowledge.Chunks.ChunkId(((publication - 1) * 3) + i))], publication, Cancellation);
        }

        await stop.CancelAsync();
        (await Task.WhenAll(asking)).ShouldAllBe(asked => asked > 0);
    }

    public void Dispose()
    {
        source.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    private static Knowledge.Index.SearchQuery At(long publication) =>
        SomeEntry.Question((10, 1)) with { Filter = SomeEntry.Filter() with { Publication = publication } };
}
