using System.Text.Json;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Tests.Conversations;
using AgentHelpdesk.TeamsBot.Verbs;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class FeedbackVerbTests : IDisposable
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
    public async Task Ratings_are_listed_newest_first_with_question_comment_and_answer()
    {
        await RateAsync(Storm, "clair", Reaction.Like, new(2026, 11, 23));
        await RateAsync(null, "faux", Reaction.Dislike, new(2026, 11, 24));

        (await RunAsync(Language.French)).ShouldBe(ExitCode.Done, _error.ToString());

        var lines = _output.ToString().Split(Environment.NewLine);
        lines[0].ShouldBe("24/11/2026  −  (la réponse n’est plus conservée)");
        lines[1].ShouldBe("    « faux »".Replace("« ", "«\u202f", StringComparison.Ordinal).Replace(" »", "\u202f»", StringComparison.Ordinal));
        lines[2].ShouldBe($"23/11/2026  +  {Storm}");
        lines[3].ShouldContain("dernière de la conversation");
        lines.ShouldContain(line => line.StartsWith("    | ", StringComparison.Ordinal) && line.Contains("45 euros", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_thumbs_down_or_only_since_a_day_are_listed_and_none_is_said_in_either_language()
    {
        (await RunAsync(Language.English)).ShouldBe(ExitCode.Abstained);
        _output.ToString().Trim().ShouldBe("No rating is kept.");
        File.Exists(_house.File).ShouldBeFalse();
        await RateAsync(Storm, "clair", Reaction.Like, new(2026, 11, 24));

        (await RunAsync(Language.French, "--dislikes")).ShouldBe(ExitCode.Abstained);
        (await RunAsync(Language.French, "--since", "2026-11-24")).ShouldBe(ExitCode.Done);
        (await RunAsync(Language.French, "--since", "2026-11-25")).ShouldBe(ExitCode.Abstained);
        _output.ToString().ShouldEndWith("Aucun avis n’a été donné depuis le 25/11/2026." + Environment.NewLine);
    }

    [Fact]
    public async Task As_json_each_rating_is_a_value_on_its_line_with_what_the_answer_cited()
    {
        await RateAsync(Storm, "clair", Reaction.Like, new(2026, 11, 24));

        (await RunAsync(Language.French, "--json")).ShouldBe(ExitCode.Done);

        using var json = JsonDocument.Parse(_output.ToString().Trim());
        var rating = json.RootElement;
        rating.GetProperty("ratedOn").GetString().ShouldBe("2026-11-24");
        rating.GetProperty("reaction").GetString().ShouldBe("like");
        rating.GetProperty("joinedBy").GetString().ShouldBe("inferred");
        rating.GetProperty("comment").GetString().ShouldBe("clair");
        rating.GetProperty("question").GetString().ShouldBe(Storm);
        rating.GetProperty("outcome").GetString().ShouldBe("grounded");
        rating.GetProperty("answer").GetString().ShouldNotBeNull().ShouldContain("45 euros");
        rating.GetProperty("asOf")[0].GetString().ShouldBe("2026-11-24");
        var citation = rating.GetProperty("citations")[0];
        citation.GetProperty("number").GetInt32().ShouldBe(1);
        citation.GetProperty("title").GetString().ShouldBe("Circulaire sur l'indemnité de tempête");
        citation.GetProperty("revision").GetString()!.Length.ShouldBe(32);
        citation.GetProperty("quote").GetString().ShouldNotBeNull().ShouldContain("45 euros");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://exemple.fr\";\"x\")", "\"'=HYPERLINK(\"\"http://exemple.fr\"\";\"\"x\"\")\"")]
    [InlineData("  +1", "\"'  +1\"")]
    [InlineData("＠x", "\"'＠x\"")]
    [InlineData("deux\nlignes; \"là\"", "\"deux lignes; \"\"là\"\"\"")]
    public async Task As_csv_no_comment_becomes_a_formula_or_another_column(string comment, string cell)
    {
        await RateAsync(null, comment, Reaction.Dislike, new(2026, 11, 24));

        (await RunAsync(Language.French, "--csv")).ShouldBe(ExitCode.Done, _error.ToString());

        var rows = _output.ToString().Split("\r\n");
        rows[0].ShouldBe("rated_on;reaction;comment;joined_by;question;outcome;date_first;date_last;answer;citations");
        rows[1].ShouldBe($"2026-11-24;dislike;{cell};none;\"\";;;;\"\";\"\"");
    }

    [Fact]
    public async Task Escape_sequences_of_a_comment_reach_no_terminal()
    {
        await RateAsync(null, "\u001b[31mrouge\u202e", Reaction.Dislike, new(2026, 11, 24));

        (await RunAsync(Language.French)).ShouldBe(ExitCode.Done);

        _output.ToString().ShouldNotContain('\u001b');
        _output.ToString().ShouldNotContain('\u202e');
    }

    [Theory]
    [InlineData("hier", "--since", "hier")]
    [InlineData("ne peuvent pas être demandés ensemble", "--json", "--csv")]
    public async Task A_wrong_command_is_said(string sentence, params string[] args)
    {
        (await RunAsync(Language.French, args)).ShouldBe(ExitCode.Usage);

        _error.ToString().ShouldContain(sentence);
    }

    private async Task RateAsync(string? question, string comment, Reaction reaction, DateOnly on)
    {
        var conversation = ConversationHouse.Id(question is null ? 2 : 1);
        if (question is not null)
            await _house.AskAsync(1, question);
        _house.Ratings.Add(new() { Places = [new(conversation, null, "rater")], Reaction = reaction, Comment = comment }, on);
    }

    private async Task<int> RunAsync(Language language, params string[] args)
    {
        var parse = HelpdeskCommand.Create(Messages.In(language), (_, _) => Task.FromResult(ExitCode.Failed)).Parse(["feedback", .. args, "--data", _house.Folder.Path]);
        parse.InvocationConfiguration.Output = _output;
        parse.InvocationConfiguration.Error = _error;
        var code = await parse.InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return parse.Errors.Count > 0 ? ExitCode.Usage : code;
    }
}
