using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

public sealed class KeptConversationsTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

    private readonly ConversationHouse _house = new(new() { RecordDays = 0, ConversationHours = 2, TurnsPerConversation = 3, MostConversations = 2 });

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_oldest_turn_goes_first()
    {
        for (var number = 1; number <= 5; number++)
            await _house.AskAsync(1, $"{Storm} ({number})");

        (await _house.QuestionsAsync(1)).ShouldBe([$"{Storm} (3)", $"{Storm} (4)", $"{Storm} (5)"]);
    }

    [Fact]
    public async Task The_conversation_used_longest_ago_goes_first()
    {
        await _house.AskAsync(1, Storm);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await _house.AskAsync(2, Storm);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await _house.AskAsync(1, Storm);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await _house.AskAsync(3, Storm);

        (await _house.QuestionsAsync(1)).Count.ShouldBe(2);
        (await _house.QuestionsAsync(2)).ShouldBeEmpty();
        (await _house.QuestionsAsync(3)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_turn_is_read_no_longer_than_its_hours_and_then_is_in_no_file()
    {
        await _house.AskAsync(1, Storm);
        _house.Time.Advance(TimeSpan.FromHours(1.5));
        await _house.AskAsync(1, "À quel âge est versée la pension de rivage ?");
        _house.Time.Advance(TimeSpan.FromHours(1));

        (await _house.QuestionsAsync(1)).Count.ShouldBe(1);
        _house.Kept.RemoveExpired();
        _house.Bytes().ShouldNotContain("montant de l'indemnité de tempête ?");
        _house.Bytes().ShouldContain("pension de rivage");
    }

    [Fact]
    public async Task A_follow_up_does_not_lean_on_what_has_expired()
    {
        await _house.AskAsync(1, Storm);
        _house.Time.Advance(TimeSpan.FromHours(3));

        (await _house.AskAsync(1, "et pour les indépendants ?")).Answer.UnderstoodAs.ShouldBeNull();
    }

    [Theory]
    [InlineData("1 85 05 78 006 084 91")]
    [InlineData("185057800608491")]
    [InlineData("jeanne.martin@exemple.fr")]
    [InlineData("06 12 34 56 78")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189")]
    public async Task No_number_or_address_of_a_person_is_in_any_file(string personal)
    {
        var turn = await _house.AskAsync(1, $"Mme Quintessencia ({personal}) demande le montant du forfait de gargouille au 12/03/2026");
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(1), turn.Turn, TestContext.Current.CancellationToken)).ShouldBeTrue();

        var bytes = _house.Bytes();
        bytes.ShouldContain("gargouille");
        bytes.ShouldNotContain(personal);
        bytes.ShouldNotContain(personal.Replace(" ", "", StringComparison.Ordinal));
        bytes.ShouldNotContain("Quintessencia");
    }
}
