using System.Text.Json;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.IngestionJob.Tests;

public sealed class IngestCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly JobProgram _job;

    public IngestCommandTests() => _job = new(_folder.Combine("data"));

    private static string Sample(string name) => RepositoryRoot.Combine("tests", "Samples", "pdf", name);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_one_outcome_a_file_then_a_summary_and_nothing_changes_the_second_time()
    {
        var folder = Copy("aide-equipement-securite.pdf", "document-endommage.pdf");

        var first = await _job.RunAsync("ingest", folder);
        var second = await _job.RunAsync("ingest", folder);

        first.Code.ShouldBe(ExitCode.WithProblems, first.All);
        first.Output.ShouldContain("publié : ");
        first.Output.ShouldContain("refusé : ");
        first.Output.ShouldContain("Publiés : 1 ");
        second.Output.ShouldContain("inchangé : ");
        second.Output.ShouldContain("inchangés : 1 ");
    }

    [Fact]
    public async Task Speaks_json_a_line_a_file()
    {
        var answer = await _job.RunAsync("ingest", Copy("aide-equipement-securite.pdf"), "--json");

        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answer.Code.ShouldBe(ExitCode.Done, answer.All);
        lines[0].GetProperty("outcome").GetString().ShouldBe("published");
        lines[0].GetProperty("chunks").GetInt32().ShouldBePositive();
        lines[^1].GetProperty("summary").GetProperty("published").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_bad_row_is_named_by_line_and_column_and_the_rest_is_ingested()
    {
        var folder = Copy("aide-equipement-securite.pdf", "note-locale-antenne-des-iles.pdf");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "metadata.csv"),
            "file;document;title;kind;valid_from;valid_to;audience;url\naide-equipement-securite.pdf;;;;31/02/2026;;;\n",
            TestContext.Current.CancellationToken);

        var answer = await _job.RunAsync("ingest", folder);

        answer.Code.ShouldBe(ExitCode.WithProblems);
        answer.Output.ShouldContain("ligne 2, colonne valid_from");
        answer.Output.ShouldContain("31/02/2026");
        answer.Output.ShouldContain("Publiés : 1 ");
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_refused_with_its_remedy()
    {
        var answer = await _job.RunAsync("ingest", _folder.Combine("absent"));

        answer.Code.ShouldBe(ExitCode.WithProblems);
        answer.Output.ShouldContain("Vérifiez le chemin");
    }

    [Fact]
    public async Task An_empty_folder_is_said_to_hold_nothing()
    {
        Directory.CreateDirectory(_folder.Combine("vide"));

        (await _job.RunAsync("ingest", _folder.Combine("vide"))).Code.ShouldBe(ExitCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_setting_is_named_by_its_full_key()
    {
        var job = new JobProgram(_folder.Combine("data"), new() { ["Uploads:MaxFileMebibytes"] = "beaucoup" });

        var answer = await job.RunAsync("ingest", Copy("aide-equipement-securite.pdf"));

        answer.Code.ShouldBe(ExitCode.Failed);
        answer.Error.ShouldContain("Uploads:MaxFileMebibytes");
        answer.Error.ShouldContain("beaucoup");
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("retire", "x")]
    [InlineData("retire", "x", "--reason", "r", "--from", "hier")]
    [InlineData("inconnu")]
    [InlineData("status", "--lang", "de")]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments) =>
        (await _job.RunAsync(arguments)).Code.ShouldBe(ExitCode.Usage);

    private string Copy(params string[] samples)
    {
        var folder = _folder.Combine("pdf");
        Directory.CreateDirectory(folder);
        foreach (var sample in samples)
            File.Copy(Sample(sample), Path.Combine(folder, sample));
        return folder;
    }
}
