using System.Text.Json;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.Records;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Tests.Conversations;
using AgentHelpdesk.TeamsBot.Verbs;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class RecordsVerbTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

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
    public async Task Recorded_turns_are_listed_with_their_ids_and_codes()
    {
        var turn = await AskAsync(Storm);

        (await RunAsync("records")).ShouldBe(ExitCode.Done, _error.ToString());

        var lines = _output.ToString().Split(Environment.NewLine);
        lines[0].ShouldBe($"24/11/2026  {turn.Turn.Value}  {Storm}");
        lines[1].ShouldBe("    grounded · extractive · P1");
    }

    [Fact]
    public async Task As_json_and_csv_each_turn_is_a_line_in_which_no_question_becomes_a_formula()
    {
        await AskAsync("=HYPERLINK(tempête)");

        (await RunAsync("records", "--json")).ShouldBe(ExitCode.Done);
        using (var json = JsonDocument.Parse(_output.ToString().Trim()))
            json.RootElement.GetProperty("question").GetString().ShouldBe("=HYPERLINK(tempête)");
        _output.GetStringBuilder().Clear();
        (await RunAsync("records", "--csv", "--since", "2026-11-24")).ShouldBe(ExitCode.Done);
        _output.ToString().Split("\r\n")[0].ShouldBe("day;turn;question;status;reason;writer;fallback;cached;claims;publication");
        _output.ToString().ShouldContain(";\"'=HYPERLINK(tempête)\";");
    }

    [Fact]
    public async Task Where_nothing_is_recorded_it_is_said_and_no_file_is_made()
    {
        (await RunAsync("records")).ShouldBe(ExitCode.Abstained);
        (await RunAsync("records", "export", _house.Folder.Combine("records.jsonl"))).ShouldBe(ExitCode.Abstained);
        (await RunAsync("model", "status")).ShouldBe(ExitCode.Done);

        _output.ToString().ShouldStartWith("Aucun tour n’est enregistré.");
        File.Exists(_house.File).ShouldBeFalse();
    }

    [Fact]
    public async Task An_export_holds_each_turn_of_the_days_asked_for_whole_and_for_its_account_alone()
    {
        await AskAsync($"{Storm} (0)");
        List<string> wanted = [];
        for (var number = 1; number <= 120; number++)
        {
            if (number == 1)
                _house.Time.Advance(TimeSpan.FromDays(1));
            wanted.Add((await AskAsync($"{Storm} ({number})")).Turn.Value);
        }

        _house.Time.Advance(TimeSpan.FromDays(1));
        await AskAsync($"{Storm} (121)");
        var file = _house.Folder.Combine("records.jsonl");

        (await RunAsync("records", "export", file, "--since", "2026-11-25", "--until", "2026-11-25")).ShouldBe(ExitCode.Done, _error.ToString());

        var records = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(line => TurnRecordJson.Read(line).ShouldNotBeNull()).ToList();
        records.Select(record => record.Turn).ShouldBe(wanted, ignoreOrder: true);
        records.ShouldAllBe(record => record.Checks.Length > 0 && record.Passages.Length > 0);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _output.ToString().ShouldContain("120 tours");
    }

    [Theory]
    [InlineData(ExitCode.Usage, "hier", "records", "--since", "hier")]
    [InlineData(ExitCode.Usage, "hier", "records", "export", "x.jsonl", "--until", "hier")]
    [InlineData(ExitCode.Failed, "n’a pas pu être écrit", "records", "export", "/proc/nulle-part/x.jsonl")]
    public async Task A_wrong_order_is_said(int code, string sentence, params string[] args)
    {
        await AskAsync(Storm);

        (await RunAsync(args)).ShouldBe(code);

        _error.ToString().ShouldContain(sentence);
    }

    [Fact]
    public async Task The_same_question_on_the_same_publication_comes_out_the_same()
    {
        var before = await RecordOfAsync(Storm);

        var now = await RecordOfAsync(Storm);

        ReplayDifferences.Between(before, now).IsNone.ShouldBeTrue();
        ReplayText.Of(before, now, ReplayDifferences.Between(before, now), Language.French).ShouldContain("Rien n’en sort de différent.");
    }

    [Fact]
    public async Task After_a_publication_what_came_and_went_is_told_passage_by_passage_and_claim_by_claim()
    {
        var before = await RecordOfAsync(Storm);
        _house.Knowledge.Publish([
            new TestKit.DocumentBuilder("Circulaire modificative sur l'indemnité de tempête")
                .Chunk("Le montant de l'indemnité de tempête est de 52 euros par jour pour les marins salariés.", "Montant de l'indemnité de tempête").BuildOnPages()]);

        var now = await RecordOfAsync(Storm);
        var differences = ReplayDifferences.Between(before, now);

        differences.IsNone.ShouldBeFalse();
        differences.Passages.Gained.ShouldContain(passage => passage.Document.Contains("modificative", StringComparison.Ordinal));
        differences.Passages.Lost.ShouldBeEmpty();
        differences.Claims.Gained.ShouldContain(claim => claim.Contains("52 euros", StringComparison.Ordinal));
        differences.Changed.ShouldContain(new ChangedValue("documentsSearched", "2", "3"));
        var text = ReplayText.Of(before, now, differences, Language.French);
        text.ShouldContain("Publication 1 alors, 2 maintenant.");
        text.ShouldContain("52 euros");
        using var json = JsonDocument.Parse(ReplayText.Json(before, now, differences));
        json.RootElement.GetProperty("same").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("publication")[1].GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("passages").GetProperty("gained").GetArrayLength().ShouldBeGreaterThan(0);
        json.RootElement.GetProperty("now").GetProperty("claims")[0].GetProperty("text").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task Erased_words_are_said_and_not_taken_for_a_difference()
    {
        var before = (await RecordOfAsync(Storm)).WithoutWords();

        var differences = ReplayDifferences.Between(before, await RecordOfAsync(Storm));

        differences.IsNone.ShouldBeTrue();
        ReplayText.Of(before, before, differences, Language.English).ShouldContain("purged since");
    }

    private async Task<TurnOutcome.Answered> AskAsync(string text)
    {
        var turn = await _house.AskAsync(1, text);
        await _house.RecordedAsync();
        return turn;
    }

    private async Task<TurnRecord> RecordOfAsync(string text) => TurnRecordBuilder.Build(await AskAsync(text));

    private async Task<int> RunAsync(params string[] args)
    {
        var parse = HelpdeskCommand.Create(Messages.In(Language.French), (_, _) => Task.FromResult(ExitCode.Failed)).Parse([.. args, "--data", _house.Folder.Path]);
        parse.InvocationConfiguration.Output = _output;
        parse.InvocationConfiguration.Error = _error;
        var code = await parse.InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return parse.Errors.Count > 0 ? ExitCode.Usage : code;
    }
}
