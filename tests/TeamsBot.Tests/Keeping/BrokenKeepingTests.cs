using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

/// <summary>Whatever happens to <c>bot.db</c>, the answer is given.</summary>
public sealed class BrokenKeepingTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

    private readonly ConversationHouse _house = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_takes_no_answer_away_and_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(_house.File, new string('x', 5000), Token);

        await AnswersWithoutKeepingAsync();

        (await File.ReadAllTextAsync(_house.File, Token)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_file_damaged_in_the_middle_takes_no_answer_away()
    {
        for (var number = 0; number < 10; number++)
            await _house.AskAsync(1, Storm);
        _house.Restart();
        await using (var stream = new FileStream(_house.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            for (var page = 1; page < stream.Length / 4096; page++)
            {
                stream.Position = page * 4096L;
                await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, 2000).ToArray(), Token);
            }
        }

        await AnswersWithoutKeepingAsync();
    }

    [Fact]
    public async Task A_file_of_a_newer_program_takes_no_answer_away()
    {
        await _house.AskAsync(1, Storm);
        _house.Restart();
        _house.Execute("PRAGMA user_version = 99");

        await AnswersWithoutKeepingAsync();
    }

    [Fact]
    public async Task A_folder_in_the_file_s_place_takes_no_answer_away()
    {
        Directory.CreateDirectory(_house.File);

        await AnswersWithoutKeepingAsync();
    }

    [Fact]
    public async Task A_locked_file_takes_no_answer_away_and_is_used_again_once_it_is_free()
    {
        await _house.AskAsync(1, Storm);
        using (_house.HoldFile())
            (await _house.AskAsync(1, Storm)).View.ShouldBeOfType<AnswerView.Grounded>();

        await _house.AskAsync(1, Storm);

        (await _house.QuestionsAsync(1)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_write_that_is_refused_takes_no_answer_away_and_leaves_what_was_kept()
    {
        await _house.AskAsync(1, Storm);
        await _house.Conversation.ReadAsync(ConversationHouse.Id(1), Token);
        _house.Execute("CREATE TRIGGER no_room BEFORE INSERT ON turn BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");

        (await _house.AskAsync(1, $"{Storm} (2)")).View.ShouldBeOfType<AnswerView.Grounded>();

        (await _house.QuestionsAsync(1)).ShouldBe([Storm]);
    }

    [Fact]
    public async Task A_view_of_another_program_is_left_out_and_the_rest_is_shown()
    {
        await _house.AskAsync(1, Storm);
        _house.Execute("UPDATE turn SET view = '{\"form\":\"sung\",\"Question\":\"la la\"}'");

        await _house.AskAsync(1, $"{Storm} (2)");

        (await _house.QuestionsAsync(1)).ShouldBe([$"{Storm} (2)"]);
    }

    private async Task AnswersWithoutKeepingAsync()
    {
        var turn = await _house.AskAsync(2, Storm);
        turn.View.ShouldBeOfType<AnswerView.Grounded>();
        (await _house.QuestionsAsync(2)).ShouldBeEmpty();
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(2), turn.Turn, Token)).ShouldBeFalse();
        await _house.Conversation.ForgetAsync(ConversationHouse.Id(2), Token);
    }
}
