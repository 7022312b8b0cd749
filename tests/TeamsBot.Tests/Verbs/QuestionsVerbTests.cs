using System.Text.Json;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Tests.Conversations;
using AgentHelpdesk.TeamsBot.Verbs;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class QuestionsVerbTests : IDisposable
{
    private readonly ConversationHouse _house = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _house.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Reported_questions_are_listed_newest_first_with_reason_date_and_words()
    {
        await ReportAsync("Quel est le forfait de gargouille en 2023 ?");
        _house.Time.Advance(TimeSpan.FromDays(1));
        await ReportAsync("Quel est le forfait de vouivre ?");

        (await RunAsync()).ShouldBe(ExitCode.Done, _error.ToString());

        var lines = _output.ToString().Split(Environment.NewLine);
        lines[0].ShouldBe("25/11/2026  1 ×  Quel est le forfait de vouivre ?");
        lines[3].ShouldBe("24/11/2026  1 ×  Quel est le forfait de gargouille en 2023 ?");
        lines[4].ShouldContain("Aucun document en vigueur");
        lines[5].ShouldContain("2023 · Mots cherchés");
    }

    [Fact]
    public async Task Only_those_since_a_day_are_listed_and_none_is_said_in_either_language()
    {
        await ReportAsync("Quel est le forfait de gargouille ?");

        (await RunAsync("--since", "2026-11-25")).ShouldBe(ExitCode.Abstained);
        _output.ToString().Trim().ShouldBe("Aucune question n’a été signalée depuis le 25/11/2026.");
        (await RunAsync("--since", "24/11/2026")).ShouldBe(ExitCode.Done);
        _output.GetStringBuilder().Clear();
        (await RunAsync(Language.English, "--since", "2027")).ShouldBe(ExitCode.Abstained);
        _output.ToString().Trim().ShouldBe("No question was reported since 01/01/2027.");
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_was_kept()
    {
        (await RunAsync()).ShouldBe(ExitCode.Abstained);

        File.Exists(_house.File).ShouldBeFalse();
    }

    [Fact]
    public async Task As_json_each_question_is_a_value_on_its_line()
    {
        await ReportAsync("Quel est le forfait de gargouille en 2023 ?");

        (await RunAsync("--json")).ShouldBe(ExitCode.Done);

        using var json = JsonDocument.Parse(_output.ToString().Trim());
        json.RootElement.GetProperty("question").GetString().ShouldBe("Quel est le forfait de gargouille en 2023 ?");
        json.RootElement.GetProperty("reportedOn").GetString().ShouldBe("2026-11-24");
        json.RootElement.GetProperty("asOf")[0].GetString().ShouldBe("2023-01-01");
        json.RootElement.GetProperty("reason").GetString().ShouldBe("nothing-found");
        json.RootElement.GetProperty("times").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://exemple.fr\";\"gargouille\")", "\"'=HYPERLINK(\"\"http://exemple.fr\"\";\"\"gargouille\"\")\"")]
    [InlineData("  +gargouille", "\"'  +gargouille\"")]
    [InlineData("-2+3+cmd|' /C calc'!A0 gargouille", "\"'-2+3+cmd|' /C calc'!A0 gargouille\"")]
    [InlineData("@gargouille", "\"'@gargouille\"")]
    [InlineData("＝gargouille", "\"'＝gargouille\"")]
    [InlineData("forfait; \"gargouille\"", "\"forfait; \"\"gargouille\"\"\"")]
    public async Task As_csv_no_question_becomes_a_formula_or_another_column(string question, string cell)
    {
        await ReportAsync(question);

        (await RunAsync("--csv")).ShouldBe(ExitCode.Done, _error.ToString());

        var rows = _output.ToString().Split("\r\n");
        rows[0].ShouldBe("reported_on;times;question;reason;date_first;date_last;terms");
        rows[1].ShouldStartWith($"2026-11-24;1;{cell};\"");
        rows[2].ShouldBeEmpty();
    }

    [Fact]
    public async Task Escape_sequences_of_a_question_reach_no_terminal()
    {
        await ReportAsync("forfait de gargouille \u001b[31mrouge\u202e ?");

        (await RunAsync()).ShouldBe(ExitCode.Done);

        _output.ToString().ShouldNotContain('\u001b');
        _output.ToString().ShouldNotContain('\u202e');
    }

    [Theory]
    [InlineData("hier", "--since", "hier")]
    [InlineData("ne peuvent pas être demandés ensemble", "--json", "--csv")]
    public async Task A_wrong_command_is_said(string sentence, params string[] args)
    {
        (await RunAsync(args)).ShouldBe(ExitCode.Usage);

        _error.ToString().ShouldContain(sentence);
    }

    [Fact]
    public async Task A_damaged_file_is_said_with_its_own_remedy()
    {
        await File.WriteAllTextAsync(_house.File, new string('x', 5000), TestContext.Current.CancellationToken);

        (await RunAsync()).ShouldBe(ExitCode.Failed);

        _error.ToString().ShouldContain("déplacez ce fichier");
        _error.ToString().ShouldNotContain("restore-backup");
    }

    private async Task ReportAsync(string question)
    {
        var turn = await _house.AskAsync(1, question);
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(1), turn.Turn, TestContext.Current.CancellationToken)).ShouldBeTrue(turn.View.ToString());
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(Language.French, args);

    private async Task<int> RunAsync(Language language, params string[] args)
    {
        var parse = HelpdeskCommand.Create(Messages.In(language), (_, _) => Task.FromResult(ExitCode.Failed)).Parse(["questions", .. args, "--data", _house.Folder.Path]);
        parse.InvocationConfiguration.Output = _output;
        parse.InvocationConfiguration.Error = _error;
        var code = await parse.InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return parse.Errors.Count > 0 ? ExitCode.Usage : code;
    }
}
