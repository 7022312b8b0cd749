using AgentHelpdesk.EndToEnd.Pages;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>An agent alone with the bot.</summary>
[Collection(TeamsRoom.Name)]
public sealed class PersonalChatTests(TeamsHelpdesk helpdesk)
{
    [Fact]
    public async Task A_question_in_French_is_answered_with_its_citation()
    {
        await using var teams = await helpdesk.OpenAsync();

        var answer = await teams.AskAsync(ChatMoves.Question);

        await teams.ShotAsync("personal-answer");
        await Expect(answer).ToContainTextAsync("trois jours");
        await Expect(answer).ToContainTextAsync("en vigueur au");
    }
}
