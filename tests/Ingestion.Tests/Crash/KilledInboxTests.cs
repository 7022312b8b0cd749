using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Tests.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

/// <summary>The inbox of a process that is killed, seen from the next one.</summary>
public sealed class KilledInboxTests : IAsyncDisposable
{
    private const int SigKill = 137;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Samples = ["montant-supplement-enfant-2025.pdf", "montant-supplement-enfant-2026.pdf", "note-locale-antenne-des-iles.pdf", "guide-pension-de-rivage.pdf"];

    private readonly InboxHouse _before = new();

    private string Data => _before.House.Data;

    [Fact]
    public async Task Killed_at_any_moment_while_reading_the_next_process_goes_on_and_nothing_is_lost()
    {
        var ids = new HashSet<UploadId>();
        for (var i = 0; i < 12; i++)
            ids.Add((await _before.PutAsync(Samples[i % Samples.Length], $"{i}.pdf", suffix: $"\n% {i}\n")).Id);
        var random = new Random(11);
        for (var round = 0; round < 2; round++)
        {
            using var child = ChildRun.Start<InboxChild>(new() { ["DATA"] = Data, ["DIES"] = "0" });
            while (!HasBegun())
                await Task.Delay(5, None);
            await Task.Delay(random.Next(150), None);
            child.Kill();
            await child.WaitForExitAsync(None);
        }

        HasBegun().ShouldBeTrue("no file was being read when the process was killed");
        await using var after = new InboxHouse(data: Data);
        after.StartReading();
        await after.WaitAsync(() => after.Shelf.List().All(entry => entry.Step is InboxStep.Ready) ? "ready" : null);

        after.Shelf.List().Select(entry => entry.Id).ShouldBe(ids, ignoreOrder: true);
        after.Shelf.List().ShouldAllBe(entry => entry.Review != null && entry.Attempts == 0);
    }

    /// <summary>Every run is killed one port call later than the one before, over the same folder, until one lives to the end.</summary>
    [Fact]
    public async Task Killed_after_every_write_of_a_publication_nothing_is_published_twice_and_every_upload_is_settled_in_the_end()
    {
        foreach (var sample in Samples[..2])
            await _before.PutAsync(sample);

        var kills = 0;
        for (var call = 1; await RunAsync(new() { ["DATA"] = Data, ["DIES"] = $"{call}", ["PUBLISHES"] = "yes" }) == SigKill; call++)
            kills++;

        kills.ShouldBeGreaterThan(3);
        await using var after = new InboxHouse(data: Data);
        after.Shelf.List().Length.ShouldBe(2);
        after.Shelf.List().ShouldAllBe(entry => entry.Step == InboxStep.Settled && !(entry.Outcome is IngestOutcome.Refused));
        after.Files.ShouldAllBe(file => file.EndsWith(".json"));
        var documents = await after.House.Reader.ReadDocumentsAsync(None);
        documents.Length.ShouldBe(2);
        documents.ShouldAllBe(document => document.Revisions.Length == 1);
        (await after.House.Reader.ReadActsAsync(documents[0].Id, None)).Count(act => act.Kind == ActKind.Publish).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_ends_the_process_three_times_is_refused_and_the_one_read_beside_it_is_not()
    {
        var deadly = await _before.PutAsync(Samples[0]);
        var beside = await _before.PutAsync(Samples[3]);
        var deaths = 0;
        while (await RunAsync(new() { ["DATA"] = Data, ["DIES"] = "0", ["DEADLY"] = deadly.Content!.Value.Value }) == SigKill)
            (++deaths).ShouldBeLessThanOrEqualTo(3);

        deaths.ShouldBe(3);
        await using var after = new InboxHouse(data: Data);
        after.Shelf.Find(deadly.Id).ShouldNotBeNull().Outcome.ShouldBe(new IngestOutcome.Refused(RefusalReason.BreaksReader, "3") { File = deadly.FileName });
        after.Shelf.Find(beside.Id).ShouldNotBeNull().Step.ShouldBe(InboxStep.Ready);
    }

    public ValueTask DisposeAsync() => _before.DisposeAsync();

    private bool HasBegun() => Directory.EnumerateFiles(_before.Folder, "*.json").Any(notes => File.ReadAllText(notes).Contains("\"step\":\"Reading\"", StringComparison.Ordinal));

    private static async Task<int> RunAsync(Dictionary<string, string> variables)
    {
        using var child = ChildRun.Start<InboxChild>(variables);
        var output = await child.StandardOutput.ReadToEndAsync(None);
        await child.WaitForExitAsync(None);
        child.ExitCode.ShouldBeOneOf([0, SigKill], output);
        return child.ExitCode;
    }
}
