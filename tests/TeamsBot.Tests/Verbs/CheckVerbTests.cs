using System.Text.Json;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Verbs;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class CheckVerbTests : IDisposable
{
    private const string Secret = "sk-Secret-0123456789";

    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Without_models_it_says_so_and_is_content()
    {
        (await RunAsync(Language.French)).ShouldBe(ExitCode.Done, _error.ToString());

        _output.ToString().ShouldContain("Modèle de rédaction\u202f: aucun (Model:Kind = none)");
        _output.ToString().ShouldContain("Modèle de vecteurs\u202f: aucun (Embedding:Kind = none)");
    }

    [Fact]
    public async Task It_says_which_model_answered_in_which_form_and_how_long_the_vector_is()
    {
        await using var server = await ModelServerDouble.StartAsync(request => request.IsEmbedding ? WireReply.Vectors(_ => [1, 0, 0]) : WireReply.Says("""{"capital":"Paris","certain":true}"""));

        (await RunAsync(Language.French, [.. Model(server), .. Embedding(server, 3)])).ShouldBe(ExitCode.Done, _error.ToString());

        var said = _output.ToString();
        said.ShouldContain("le serveur répond sous le nom «\u202fdouble\u202f», et non «\u202fpetit\u202f»");
        said.ShouldContain("schéma JSON\u202f: oui");
        said.ShouldContain("3 nombres");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task As_json_it_gives_the_same_as_values()
    {
        await using var server = await ModelServerDouble.StartAsync(_ => "Paris.");

        (await RunAsync(Language.English, [.. Model(server), "--json"])).ShouldBe(ExitCode.Done, _error.ToString());

        using var json = JsonDocument.Parse(_output.ToString());
        var model = json.RootElement.GetProperty("model");
        model.GetProperty("reportedName").GetString().ShouldBe("double");
        model.GetProperty("honoursSchema").GetBoolean().ShouldBeFalse();
        model.GetProperty("outputTokens").GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("embedding").GetProperty("kind").GetString().ShouldBe("none");
    }

    [Theory]
    [InlineData("key", "la clé ou l’identité est refusée")]
    [InlineData("loading", "le serveur démarre")]
    [InlineData("gone", "n’a pas été atteint")]
    [InlineData("html", "protocole OpenAI")]
    public async Task A_failure_is_said_with_its_remedy_and_without_the_key(string fault, string words)
    {
        await using var server = await ModelServerDouble.StartAsync(_ => fault switch
        {
            "key" => Fault.Error(401, $"Key {Secret} is wrong"),
            "loading" => Fault.Loading(),
            "gone" => Fault.Reset(),
            _ => WireReply.Json(200, "<html></html>"),
        });

        (await RunAsync(Language.French, Model(server))).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain(words);
        (_output.ToString() + _error).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_vector_of_another_size_than_the_settings_say_is_a_failure()
    {
        await using var server = await ModelServerDouble.StartAsync(request => WireReply.Vectors(_ => [1, 0, 0]));

        (await RunAsync(Language.French, Embedding(server, 4))).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("3 numbers");
    }

    [Theory]
    [InlineData("--Model:Kind=openai", "Model:Endpoint", "Model:Name")]
    [InlineData("--Model:Kind=azure --Model:Endpoint=http://127.0.0.1:1 --Model:Name=gpt", "Model:Endpoint", "jeton Entra")]
    [InlineData("--Model:Kind=azure --Model:Endpoint=http://gpt.openai.azure.com --Model:Name=gpt --Model:Key=k", "Model:Endpoint", "https")]
    [InlineData("--Model:Kind=openai --Model:Endpoint=http://127.0.0.1:1/v1?key=sk-Secret-0123456789 --Model:Name=gpt", "Model:Endpoint", "réglage Key voisin")]
    [InlineData("--Model:Kind=openai --Model:Endpoint=127.0.0.1:8080 --Model:Name=gpt", "Model:Endpoint", "http ou https")]
    [InlineData("--Model:Kind=openai --Model:Endpoint=http://127.0.0.1:1/v1/chat/completions --Model:Name=gpt", "Model:Endpoint", "un seul appel")]
    [InlineData("--Model:Kind=openai --Model:Endpoint=http://127.0.0.1:1/v1 --Model:Name=gpt --Model:Key=é-sk-Secret-0123456789", "Model:Key", "hors ASCII")]
    [InlineData("--Model:StallSeconds=90", "Model:StallSeconds", "AttemptSeconds")]
    [InlineData("--Model:Kye=sk-Secret-0123456789", "Model:Kye", "Model:Key")]
    [InlineData("--Embedding:Kind=openai --Embedding:Endpoint=http://127.0.0.1:1/v1 --Embedding:Name=e5", "Embedding:Size", "Embedding:Kind")]
    [InlineData("--Model:Budget:CostPerDay=5", "Model:Budget:CostPerDay", "Model:Budget:InputPrice")]
    public async Task A_setting_that_can_t_be_used_is_named_with_its_remedy_and_without_secrets(string settings, string key, string words)
    {
        (await RunAsync(Language.French, settings.Split(' '))).ShouldBe(ExitCode.Failed);

        _error.ToString().ShouldContain(key);
        _error.ToString().ShouldContain(words);
        (_output.ToString() + _error).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_limit_on_cost_is_taken_with_a_price()
    {
        (await RunAsync(Language.English, "--Model:Budget:CostPerDay=5", "--Model:Budget:OutputPrice=0.6")).ShouldBe(ExitCode.Done, _error.ToString());
        (await RunAsync(Language.English, "--Model:Budget:CostPerDay=5")).ShouldBe(ExitCode.Failed);

        _error.ToString().ShouldContain("Model:Budget:TokensPerDay instead");
    }

    private static string[] Model(ModelServerDouble server) =>
        ["--Model:Kind=openai", $"--Model:Endpoint={server.Endpoint}", "--Model:Name=petit", $"--Model:Key={Secret}"];

    private static string[] Embedding(ModelServerDouble server, int size) =>
        ["--Embedding:Kind=openai", $"--Embedding:Endpoint={server.Endpoint}", "--Embedding:Name=e5", $"--Embedding:Size={size}", "--Embedding:Retries=0"];

    private async Task<int> RunAsync(Language language, params string[] args)
    {
        var parse = HelpdeskCommand.Create(Messages.In(language), (_, _) => Task.FromResult(ExitCode.Failed)).Parse(["check", .. args, "--data", _folder.Path]);
        return await parse.InvokeAsync(new() { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
    }
}
