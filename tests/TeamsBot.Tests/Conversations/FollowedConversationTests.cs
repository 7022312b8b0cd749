using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Tests.Conversations;

/// <summary>What a follow-up leans on: never another conversation, never what was no question.</summary>
public sealed class FollowedConversationTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";
    private const string Pension = "À quel âge est versée la pension de rivage ?";

    private readonly ConversationHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_follow_up_leans_on_its_own_conversation_alone()
    {
        await _house.AskAsync(1, Storm);
        await _house.AskAsync(2, Pension);

        var followed = await _house.AskAsync(1, "et pour les indépendants ?");

        followed.Answer.UnderstoodAs.ShouldBe("Quel est le montant de l'indemnité de tempête pour les indépendants ?");
        ViewJson.Of(followed.View).ShouldContain("30 euros");
    }

    [Fact]
    public async Task A_follow_up_after_a_restart_still_knows_what_it_follows()
    {
        await _house.AskAsync(1, Storm);
        _house.Restart();

        (await _house.AskAsync(1, "et pour les indépendants ?")).Answer.UnderstoodAs.ShouldNotBeNull();
        (await _house.QuestionsAsync(1)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_date_leans_on_what_came_before_the_turn_it_changes()
    {
        await _house.AskAsync(1, Storm);
        var followed = await _house.AskAsync(1, "et pour les indépendants ?");
        await _house.AskAsync(1, Pension);

        var again = await _house.AskAsync(1, "et pour les indépendants ?", comparedWith: followed.Turn);

        again.Answer.UnderstoodAs.ShouldBe(followed.Answer.UnderstoodAs);
    }

    [Fact]
    public async Task A_changed_date_takes_the_place_of_the_turn_it_changes()
    {
        var first = await _house.AskAsync(1, Storm);
        await _house.AskAsync(1, Pension);

        var again = await _house.AskAsync(1, Storm, comparedWith: first.Turn);

        var kept = await _house.Conversation.ReadAsync(ConversationHouse.Id(1), TestContext.Current.CancellationToken);
        kept.Length.ShouldBe(2);
        kept[0].Id.ShouldBe(again.Turn);
    }

    [Fact]
    public async Task Thanks_are_nothing_to_lean_on()
    {
        await _house.AskAsync(1, Storm);
        await _house.AskAsync(1, "merci !");

        (await _house.AskAsync(1, "et pour les indépendants ?")).Answer.UnderstoodAs.ShouldBe("Quel est le montant de l'indemnité de tempête pour les indépendants ?");
    }

    [Fact]
    public async Task A_question_in_another_language_is_nothing_to_lean_on()
    {
        await _house.AskAsync(1, "What is the amount of the storm allowance?");

        (await _house.AskAsync(1, "et pour les indépendants ?")).Answer.UnderstoodAs.ShouldBeNull();
    }
}
