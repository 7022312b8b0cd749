using System.Text.Json;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.IngestionJob.Tests;

public sealed class KeeperCommandTests : IDisposable
{
    private const string Document = "aide-equipement-securite";

    private readonly TempFolder _folder = new();
    private readonly JobProgram _job;

    public KeeperCommandTests() => _job = new(_folder.Combine("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Retired_documents_stay_retired_until_they_are_restored()
    {
        await IngestAsync();

        var retired = await _job.RunAsync("retire", Document, "--reason", "abrogée");
        var again = await IngestAsync();
        var restored = await _job.RunAsync("restore", Document);
        var restoredAgain = await _job.RunAsync("restore", Document);

        retired.Code.ShouldBe(ExitCode.Done, retired.All);
        again.Output.ShouldContain("retiré, ignoré");
        again.Output.ShouldContain($"restore \"{Document}\"");
        restored.Output.ShouldContain("répond de nouveau");
        restoredAgain.Output.ShouldContain("rien n’a été changé");
    }

    [Fact]
    public async Task Purge_asks_for_confirmation_then_erases_and_refuses_the_bytes_afterwards()
    {
        await IngestAsync();

        var unconfirmed = await _job.RunAsync("purge", Document);
        var purged = await _job.RunAsync("purge", Document, "--yes", "--reason", "erreur");
        var again = await IngestAsync();

        unconfirmed.Code.ShouldBe(ExitCode.Usage);
        unconfirmed.Error.ShouldContain("--yes");
        purged.Code.ShouldBe(ExitCode.Done, purged.All);
        Directory.EnumerateFiles(_folder.Combine("data", "content"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        again.Output.ShouldContain("effacé volontairement");
    }

    [Fact]
    public async Task An_unknown_document_is_named_and_nothing_changes()
    {
        await IngestAsync();

        var answer = await _job.RunAsync("retire", "inconnu", "--reason", "x");

        answer.Code.ShouldBe(ExitCode.NotFound);
        answer.Error.ShouldContain("inconnu");
    }

    [Fact]
    public async Task Status_has_the_documented_members_and_reindex_changes_none_of_their_counts()
    {
        await IngestAsync();

        var before = await StatusAsync();
        var reindexed = await _job.RunAsync("reindex");
        var after = await StatusAsync();

        reindexed.Code.ShouldBe(ExitCode.Done, reindexed.All);
        before.EnumerateObject().Select(member => member.Name).ShouldBe(["documents", "revisions", "chunks", "publication", "problems"]);
        before.GetProperty("documents").GetInt32().ShouldBe(1);
        after.GetProperty("chunks").GetInt64().ShouldBe(before.GetProperty("chunks").GetInt64());
    }

    [Fact]
    public async Task Check_says_ok_warning_or_error_for_each_setting()
    {
        var empty = await _job.RunAsync("check");
        await IngestAsync();
        var filled = await _job.RunAsync("check");
        var wrong = await new JobProgram(_folder.Combine("data"), new() { ["Uploads:ReadersAtOnce"] = "-1", ["Reading:Inconnu"] = "1" }).RunAsync("check");

        empty.Output.ShouldContain("[attention] knowledge.db");
        filled.Code.ShouldBe(ExitCode.Done, filled.All);
        filled.Output.ShouldContain("[ok] content");
        wrong.Code.ShouldBe(ExitCode.WithProblems);
        wrong.Output.ShouldContain("[erreur] Uploads:ReadersAtOnce");
        wrong.Output.ShouldContain("[attention] Reading:Inconnu");
    }

    [Fact]
    public async Task A_backup_restored_elsewhere_has_the_same_documents()
    {
        await IngestAsync();

        var file = _folder.Combine("sauvegarde.zip");
        var backup = await _job.RunAsync("backup", file);
        var twice = await _job.RunAsync("backup", file);
        var restored = await new JobProgram(_folder.Combine("ailleurs")).RunAsync("restore-backup", file);
        var occupied = await _job.RunAsync("restore-backup", file);

        backup.Code.ShouldBe(ExitCode.Done, backup.All);
        twice.Code.ShouldBe(ExitCode.Done, twice.All);
        restored.Code.ShouldBe(ExitCode.Done, restored.All);
        occupied.Code.ShouldBe(ExitCode.Failed);
        var (original, copy) = (await StatusAsync(), await new JobProgram(_folder.Combine("ailleurs")).RunAsync("status", "--json"));
        original.GetProperty("lastBackup").GetDateTimeOffset().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        copy.Output.Trim().ShouldBe(original.GetRawText().Replace($",\"lastBackup\":{original.GetProperty("lastBackup").GetRawText()}", "", StringComparison.Ordinal));
        (await _job.RunAsync("status")).Output.ShouldContain("Dernière sauvegarde");
        (await new JobProgram(_folder.Combine("ailleurs")).RunAsync("status")).Output.ShouldContain("Aucune sauvegarde");
    }

    [Fact]
    public async Task A_file_where_the_data_folder_should_be_is_one_sentence_and_no_stack_trace()
    {
        await File.WriteAllTextAsync(_folder.Combine("data"), "", TestContext.Current.CancellationToken);

        var answer = await _job.RunAsync("status");

        answer.Code.ShouldBe(ExitCode.Failed, answer.All);
        answer.Error.ShouldContain(_folder.Combine("data"));
        answer.All.ShouldNotContain("   at ");
    }

    private Task<JobAnswer> IngestAsync() => _job.RunAsync("ingest", RepositoryRoot.Combine("tests", "Samples", "pdf", Document + ".pdf"));

    private async Task<JsonElement> StatusAsync() => JsonDocument.Parse((await _job.RunAsync("status", "--json")).Output).RootElement;
}
