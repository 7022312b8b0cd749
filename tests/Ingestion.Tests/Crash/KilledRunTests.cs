using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

public sealed class KilledRunTests : IDisposable
{
    private const int SigKill = 137;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly IngestHouse _house = new();

    /// <summary>Every run is killed one port call later than the one before, over the same folder, until one lives to the end.</summary>
    [Fact]
    public async Task Killed_after_every_write_in_turn_a_run_loses_nothing_and_goes_on()
    {
        _house.Put("montant-supplement-enfant-2025.pdf", "montant.pdf");
        var first = await _house.IngestAsync();
        _house.Put("montant-supplement-enfant-2026.pdf", "montant.pdf");
        _house.Put("note-locale-antenne-des-iles.pdf", "note.pdf");
        var published = first.OfType<IngestOutcome.Published>().Single();

        var kills = 0;
        for (var call = 1; ; call++)
        {
            var code = await RunAsync(call, purges: "note");
            await ShouldBeWholeAsync();
            (await _house.Reader.FindRevisionAsync(published.Revision, None)).ShouldNotBeNull("what was published is lost").Status.ShouldBe(RevisionStatus.Published);
            if (code == 0)
                break;
            code.ShouldBe(SigKill);
            kills++;
        }

        kills.ShouldBeGreaterThan(3);
        (await _house.Reader.FindDocumentAsync(DocumentId.Parse("montant"), None)).ShouldNotBeNull().Revisions.Length.ShouldBe(2);
        (await _house.Reader.FindDocumentAsync(DocumentId.Parse("note"), None)).ShouldNotBeNull().Revisions.Single().Status.ShouldBe(RevisionStatus.Purged);
        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).Count().ShouldBe(2, "purged bytes are gone, others are kept");
    }

    /// <summary>Killed from outside at moments that nobody chose, while this process reads as a bot does.</summary>
    [Fact]
    public async Task Killed_at_any_moment_readers_see_whole_revisions_all_the_time()
    {
        var samples = RepositoryRoot.Combine("tests", "Samples", "pdf");
        var random = new Random(7);
        for (var round = 0; round < 4; round++)
        {
            using var child = ChildRun.Start(_house.Data, samples, dies: 0);
            var killed = Task.Delay(TimeSpan.FromMilliseconds(900 + random.Next(1500)), None);
            while (!killed.IsCompleted && !child.HasExited)
                await ShouldBeWholeAsync();
            child.Kill();
            await child.WaitForExitAsync(None);
            await ShouldBeWholeAsync();
        }

        var outcomes = await _house.IngestAsync(samples);

        outcomes.ShouldNotContain(outcome => outcome is IngestOutcome.Refused && !outcome.File.Contains("endommage"));
        await ShouldBeWholeAsync();
        (await _house.Reader.ReadStateAsync(None)).Documents.ShouldBe(12);
        (await _house.IngestAsync(samples)).ShouldAllBe(outcome => outcome is IngestOutcome.Unchanged || outcome is IngestOutcome.Refused);
    }

    public void Dispose() => _house.Dispose();

    private async Task<int> RunAsync(int dies, string purges)
    {
        using var child = ChildRun.Start(_house.Data, _house.Inbox, dies, purges);
        var output = await child.StandardOutput.ReadToEndAsync(None);
        await child.WaitForExitAsync(None);
        child.ExitCode.ShouldBeOneOf([0, SigKill], output);
        return child.ExitCode;
    }

    /// <summary>What a question finds in one publication is all there: every entry has its chunk, every revision all its chunks.</summary>
    private async Task ShouldBeWholeAsync()
    {
        var terms = QueryWeights.TermIds(FrenchAnalyzer.Analyze("montant supplément enfant note locale indemnité pension conditions"));
        var statistics = await _house.Reader.ReadStatisticsAsync(terms, None);
        var legs = await _house.Get<IIndexReader>().SearchAsync(
            new()
            {
                Sparse = QueryWeights.Of(terms, statistics),
                Filter = new() { Publication = statistics.Publication, AsOf = new(DateOnly.MinValue, DateOnly.MaxValue), Audiences = ["*"] },
                Limit = 1000,
            },
            None);
        var chunks = await _house.Reader.ReadChunksAsync([.. legs.Sparse.Select(scored => scored.Id)], None);
        chunks.Length.ShouldBe(legs.Sparse.Length);
        foreach (var revision in chunks.GroupBy(chunk => chunk.Revision.Id))
        {
            var all = await _house.Reader.ReadNeighboursAsync(revision.Key, 0, int.MaxValue, None);
            all.Length.ShouldBe(revision.First().Revision.ChunkCount);
        }
    }
}
