using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Tests.Conversations;

public sealed class ConversationTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";
    private const string Pension = "À quel âge est versée la pension de rivage ?";
    private const string Unknown = "Quelle est la capitale de l'Australie ?";

    private readonly ConversationHouse _house = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Turns_are_kept_as_they_were_shown_oldest_first()
    {
        var first = await _house.AskAsync(1, Storm);
        var second = await _house.AskAsync(1, Unknown);

        var kept = await _house.Conversation.ReadAsync(ConversationHouse.Id(1), Token);

        kept.Select(turn => turn.Id).ShouldBe([first.Turn, second.Turn]);
        kept[0].At.ShouldBe(_house.Time.GetUtcNow());
        first.View.ShouldBeOfType<AnswerView.Grounded>();
        second.View.ShouldBeOfType<AnswerView.Abstention>();
        ViewJson.Of(kept[0].View).ShouldBe(ViewJson.Of(first.View));
        ViewJson.Of(kept[1].View).ShouldBe(ViewJson.Of(second.View));
        kept[0].View.Language.ShouldBeSameAs(Language.French);
    }

    [Fact]
    public async Task Two_conversations_do_not_mix()
    {
        await _house.AskAsync(1, Storm);
        await _house.AskAsync(2, Pension);

        (await _house.QuestionsAsync(1)).ShouldBe([Storm]);
        (await _house.QuestionsAsync(2)).ShouldBe([Pension]);
        (await _house.QuestionsAsync(3)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_forgotten_is_in_no_file_and_nothing_to_lean_on()
    {
        using var house = new ConversationHouse(new() { RecordDays = 0 });
        await house.AskAsync(1, Storm);
        await house.AskAsync(2, Pension);

        await house.Conversation.ForgetAsync(ConversationHouse.Id(1), Token);

        (await house.QuestionsAsync(1)).ShouldBeEmpty();
        (await house.QuestionsAsync(2)).ShouldBe([Pension]);
        house.Bytes().ShouldNotContain("montant de l'indemnité");
        (await house.AskAsync(1, "et pour les indépendants ?")).Answer.UnderstoodAs.ShouldBeNull();
    }

    [Fact]
    public async Task Questions_at_once_follow_each_other_in_one_conversation_and_run_beside_each_other_in_several()
    {
        _house.Knowledge.Delay = TimeSpan.FromMilliseconds(50);
        var asked = Enumerable.Range(0, 24).Select(number => _house.AskAsync(number % 4, $"{Storm} ({number})")).ToArray();
        await Task.WhenAll(asked);

        for (var conversation = 0; conversation < 4; conversation++)
            (await _house.QuestionsAsync(conversation)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_question_that_was_given_up_does_not_block_the_next()
    {
        using var given = new CancellationTokenSource();
        _house.Knowledge.Delay = TimeSpan.FromSeconds(20);
        var first = _house.Conversation.AskAsync(new(ConversationHouse.Id(1), Storm, "", null), given.Token);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(_house.Conversation.AskAsync(new(ConversationHouse.Id(1), Storm, "", null), impatient.Token));
        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        _house.Knowledge.Delay = TimeSpan.Zero;

        (await _house.AskAsync(1, Storm)).View.ShouldBeOfType<AnswerView.Grounded>();
    }

    [Fact]
    public async Task An_unclear_or_failed_turn_is_not_kept()
    {
        await _house.Conversation.AskAsync(new(ConversationHouse.Id(1), "  ", "", null), Token);
        _house.Knowledge.IsUnavailable = true;
        await _house.Conversation.AskAsync(new(ConversationHouse.Id(1), Storm, "", null), Token);

        (await _house.QuestionsAsync(1)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", false)]
    [InlineData("0123456789abcdef0123456789abcde", false)]
    [InlineData("0123456789abcdef0123456789abcdef0", false)]
    [InlineData("../../../../../../../../etc/passwd", false)]
    [InlineData("'; DROP TABLE turn; -- 0000000000", false)]
    [InlineData("٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_32_small_hexadecimal_digits_are_an_id(string? text, bool isOne)
    {
        ConversationId.TryParse(text, out _).ShouldBe(isOne);
        TurnId.TryParse(text, out _).ShouldBe(isOne);
    }
}
