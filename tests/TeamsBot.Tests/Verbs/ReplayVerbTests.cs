using System.Text.Json;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.Records;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Tests.Trying;
using AgentHelpdesk.TeamsBot.Verbs;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

/// <summary>Replays over the embedded store, each as a program of its own.</summary>
public sealed class ReplayVerbTests : IAsyncLifetime
{
    private const string Asked = "Quel est le délai de carence de l'indemnité de gros temps ?";

    private readonly TrialHouse _house = new();
    private readonly StringWriter _error = new();

    public async ValueTask InitializeAsync() => await _house.PublishAsync(
        asSamples: false, ("circulaire-2025-03-indemnite-gros-temps.pdf", "circulaire-2025-03;Circulaire CFPML-2025-03 – Indemnité de gros temps;circulaire;2025-03-01;"));

    public ValueTask DisposeAsync()
    {
        _error.Dispose();
        return _house.DisposeAsync();
    }

    [Fact]
    public async Task A_turn_on_the_same_publication_comes_out_the_same_and_after_another_one_its_code_says_that_it_differs()
    {
        var turn = await AskedAsync();

        (await RunAsync("replay", turn)).Code.ShouldBe(ExitCode.Done, _error.ToString());

        await _house.PublishAsync(
            asSamples: false, ("circulaire-2019-07-indemnite-gros-temps.pdf", "circulaire-2019-07;Circulaire CFPML-2019-07 – Indemnité de gros temps;circulaire;2019-07-01;"));
        var (code, said) = await RunAsync("replay", turn);
        code.ShouldBe(ExitCode.Different, _error.ToString());
        said.ShouldContain("Publication 1 alors, 2 maintenant.");
        said.ShouldContain("documentsSearched");
    }

    [Fact]
    public async Task A_model_is_asked_again_and_what_it_writes_otherwise_is_told_with_its_verdict()
    {
        var plain = await RecordAsync(await AskedAsync());
        var (citation, isTrue) = (plain.Citations[0], true);
        await using var server = await ModelServerDouble.StartAsync(_ => Written(isTrue ? citation.Quote : "Il n'y a aucun délai de carence.", citation));
        string[] model = ["--Model:Kind=openai", $"--Model:Endpoint={server.Endpoint}", "--Model:Name=petit"];
        var turn = await AskedAsync(model);
        (await RecordAsync(turn)).Writer.ShouldBe(Answering.WriterKind.Model);
        var asked = server.Requests.Count;

        (await RunAsync(["replay", turn, .. model])).Code.ShouldBe(ExitCode.Done, _error.ToString());
        server.Requests.Count.ShouldBeGreaterThan(asked);

        isTrue = false;
        var (code, said) = await RunAsync(["replay", turn, "--json", .. model]);
        code.ShouldBe(ExitCode.Different, _error.ToString());
        using var json = JsonDocument.Parse(said);
        json.RootElement.GetProperty("changed").EnumerateArray()
            .ShouldContain(value => value.GetProperty("what").GetString() == "writer" && value.GetProperty("before").GetString() == "model" && value.GetProperty("now").GetString() == "extractive");
        json.RootElement.GetProperty("verdicts").GetProperty("gained").EnumerateArray().ShouldContain(check => check.GetProperty("flaw").GetString() != null);

        asked = server.Requests.Count;
        await RunAsync(["replay", turn, "--no-model", .. model]);
        server.Requests.Count.ShouldBe(asked);
    }

    private static string Written(string text, RecordedCitation citation) => JsonSerializer.Serialize(new
    {
        status = "answered",
        claims = new[] { new { kind = "rule", text, passage = citation.Passage, quote = text } },
        missing = Array.Empty<string>(),
        followUps = Array.Empty<string>(),
    });

    private async Task<string> AskedAsync(params string[] settings)
    {
        var (code, said) = await RunAsync(["ask", Asked, "--json", .. settings]);
        code.ShouldBe(ExitCode.Done, _error.ToString());
        using var json = JsonDocument.Parse(said);
        json.RootElement.GetProperty("denseLeg").GetString().ShouldBe("none");
        return json.RootElement.GetProperty("turn").GetString().ShouldNotBeNull();
    }

    private async Task<TurnRecord> RecordAsync(string turn)
    {
        var file = Path.Combine(_house.Folder, "records.jsonl");
        (await RunAsync("records", "export", file)).Code.ShouldBe(ExitCode.Done, _error.ToString());
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        return lines.Select(line => TurnRecordJson.Read(line).ShouldNotBeNull()).Single(record => record.Turn == turn);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var parse = HelpdeskCommand.Create(Messages.In(Language.French), (_, _) => Task.FromResult(ExitCode.Failed)).Parse([.. args, "--data", _house.Folder]);
        var code = await parse.InvokeAsync(new() { Output = output, Error = _error }, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
