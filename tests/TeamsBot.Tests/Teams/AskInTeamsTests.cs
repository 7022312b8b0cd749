namespace AgentHelpdesk.TeamsBot.Tests.Teams;

public sealed class AskInTeamsTests
{
    [Fact]
    public async Task A_question_is_answered_in_its_conversation()
    {
        await using var house = await TeamsHouse.StartAsync();

        var answer = await house.AskAsync("Quel est le montant de l'indemnité de tempête ?");

        ((string?)answer.Body["text"]).ShouldNotBeNull().ShouldContain("45 euros");
        answer.Conversation.ShouldBe(ChannelDoubles.SomeActivity.PersonalChat);
    }
}
