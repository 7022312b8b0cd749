using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.IngestionJob.Tests;

public sealed class EmbeddingJobTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _pdf;

    public EmbeddingJobTests()
    {
        _pdf = _folder.Combine("pdf");
        Directory.CreateDirectory(_pdf);
        foreach (var sample in new[] { "aide-equipement-securite.pdf", "note-locale-antenne-des-iles.pdf" })
            File.Copy(RepositoryRoot.Combine("tests", "Samples", "pdf", sample), Path.Combine(_pdf, sample));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Passages_are_embedded_with_the_model_that_is_configured_and_another_needs_a_reindex_both_ways()
    {
        await using var server = await ServerAsync();
        var (plain, embedded) = (Job(), Job(server));

        (await plain.RunAsync("ingest", Path.Combine(_pdf, "aide-equipement-securite.pdf"))).Code.ShouldBe(ExitCode.Done);
        var refused = await embedded.RunAsync("ingest", _pdf);
        refused.Code.ShouldBe(ExitCode.Failed);
        refused.Error.ShouldContain("no embedding model");
        refused.Error.ShouldContain("e5-passage (2)");
        refused.Error.ShouldContain("reindex");
        server.Requests.ShouldBeEmpty();

        File.Delete(Path.Combine(_pdf, "aide-equipement-securite.pdf"));
        (await embedded.RunAsync("reindex")).Code.ShouldBe(ExitCode.Done);
        (await embedded.RunAsync("ingest", _pdf)).Code.ShouldBe(ExitCode.Done);
        server.Requests.ShouldAllBe(request => request.Model == "e5-passage");
        (await embedded.RunAsync("check")).Output.ShouldContain("e5-passage (2)");

        (await plain.RunAsync("check")).Code.ShouldBe(ExitCode.WithProblems);
        (await plain.RunAsync("reindex")).Code.ShouldBe(ExitCode.Done);
        (await plain.RunAsync("check")).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task A_server_that_is_down_stops_the_run_with_its_remedy_and_the_next_run_goes_on()
    {
        var server = await ServerAsync();
        var job = Job(server);
        await job.RunAsync("ingest", Path.Combine(_pdf, "aide-equipement-securite.pdf"));
        await server.DisposeAsync();

        var ingested = await job.RunAsync("ingest", _pdf);
        var reindexed = await job.RunAsync("reindex");
        var status = await job.RunAsync("status", "--json");

        ingested.Code.ShouldBe(ExitCode.NotEmbedded, ingested.All);
        ingested.Output.ShouldContain("Embedding:*");
        reindexed.Code.ShouldBe(ExitCode.NotEmbedded, reindexed.All);
        reindexed.Error.ShouldContain("Embedding:*");
        status.Output.ShouldContain("\"documents\":1");

        await using var again = await ServerAsync();
        (await Job(again).RunAsync("ingest", _pdf)).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Check_says_the_name_that_the_server_gives_itself_and_a_size_that_is_not_the_one_set()
    {
        await using var server = await ServerAsync();

        var right = await Job(server).RunAsync("check");
        var wrong = await Job(server, new() { ["Embedding:Size"] = "3" }).RunAsync("check");

        right.Output.ShouldContain("[ok] Embedding");
        right.Output.ShouldContain("multilingual-e5-small-q4");
        server.Requests.Select(request => request.Model).ShouldBe(["e5-passage", "e5-query", "e5-passage"]);
        wrong.Code.ShouldBe(ExitCode.WithProblems);
        wrong.Output.ShouldContain("[erreur] Embedding");
        wrong.Output.ShouldContain("2 numbers; Embedding:Size says 3");
    }

    [Theory]
    [InlineData("Embedding:Kind", "mistral", "none, azure, openai")]
    [InlineData("Embedding:Endpoint", "127.0.0.1:8080", "http://")]
    [InlineData("Embedding:Name", "", "Embedding:Name")]
    [InlineData("Embedding:Size", "0", "1–10000")]
    [InlineData("Embedding:AttemptSeconds", "0", "1–600")]
    public async Task A_wrong_setting_is_named_with_what_it_may_be_and_the_key_is_never_said(string key, string value, string said)
    {
        await using var server = await ServerAsync();
        var job = Job(server, new() { [key] = value, ["Embedding:Key"] = "secret-de-la-caisse" });

        var (ingested, checkedUp) = (await job.RunAsync("ingest", _pdf), await job.RunAsync("check"));

        ingested.Code.ShouldBe(ExitCode.Failed, ingested.All);
        ingested.Error.ShouldContain(key);
        ingested.Error.ShouldContain(said);
        checkedUp.Code.ShouldBe(ExitCode.WithProblems);
        checkedUp.Output.ShouldContain($"[erreur] {key}");
        (ingested.All + checkedUp.All).ShouldNotContain("secret-de-la-caisse");
    }

    private JobProgram Job(ModelServerDouble? server = null, Dictionary<string, string?>? more = null)
    {
        var settings = new Dictionary<string, string?>();
        if (server is not null)
        {
            settings["Embedding:Kind"] = "openai";
            settings["Embedding:Endpoint"] = server.Endpoint;
            settings["Embedding:Name"] = "e5-passage";
            settings["Embedding:QuestionName"] = "e5-query";
            settings["Embedding:Size"] = "2";
            settings["Embedding:Retries"] = "0";
        }

        foreach (var (key, value) in more ?? [])
            settings[key] = value;
        return new(_folder.Combine("data"), settings);
    }

    private static Task<ModelServerDouble> ServerAsync() =>
        ModelServerDouble.StartAsync(_ => new VectorReply(text => [text.Length, 1]) { Model = "multilingual-e5-small-q4" });
}
