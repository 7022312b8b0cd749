using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Verbs;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class HelpdeskCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private ServeRequest? _served;

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Without_a_verb_the_host_is_served_with_its_settings()
    {
        (await RunAsync("--data", _folder.Path, "--urls", "http://localhost:4000", "--Web:TurnSeconds=5")).ShouldBe(ExitCode.Done);

        _served.ShouldNotBeNull();
        _served.DataFolder.ShouldBe(_folder.Path);
        _served.Address.ShouldBe("http://localhost:4000");
        _served.Settings.ShouldBe(["--Web:TurnSeconds=5"]);
    }

    [Theory]
    [InlineData("asq")]
    [InlineData("--dta")]
    public async Task A_mistyped_word_starts_nothing(string word)
    {
        (await RunAsync(word)).ShouldBe(ExitCode.Usage);

        _served.ShouldBeNull();
        _error.ToString().ShouldContain(word);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("search")]
    public async Task On_an_empty_folder_a_question_is_an_abstention_and_not_a_failure(string verb) =>
        (await RunAsync(verb, "Quel est le montant ?", "--data", _folder.Path)).ShouldBe(ExitCode.Abstained, _error.ToString());

    [Fact]
    public async Task A_date_that_is_none_is_a_wrong_usage()
    {
        (await RunAsync("ask", "Quel est le montant ?", "--date", "demain", "--data", _folder.Path)).ShouldBe(ExitCode.Usage);

        _error.ToString().ShouldContain("demain");
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_in_a_sentence_with_its_remedy()
    {
        var file = _folder.Combine("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        (await RunAsync("ask", "Quel est le montant ?", "--data", Path.Combine(file, "data"))).ShouldBe(ExitCode.Failed);

        _error.ToString().ShouldContain("--data");
        _error.ToString().ShouldNotContain("   at ");
    }

    [Fact]
    public void Help_explains_every_word_in_the_language_asked()
    {
        Help(Language.French).ShouldContain("Pose une question");
        Help(Language.English).ShouldContain("Asks a question");
    }

    private string Help(Language language)
    {
        using var output = new StringWriter();
        HelpdeskCommand.Create(Messages.In(language), ServeAsync).Parse(["--help"]).Invoke(new() { Output = output });
        return output.ToString();
    }

    private async Task<int> RunAsync(params string[] args)
    {
        var parse = HelpdeskCommand.Create(Messages.In(Language.French), ServeAsync).Parse(args);
        var exitCode = await parse.InvokeAsync(new() { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
        return parse.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }

    private Task<int> ServeAsync(ServeRequest request, CancellationToken cancellationToken)
    {
        _served = request;
        return Task.FromResult(ExitCode.Done);
    }
}
