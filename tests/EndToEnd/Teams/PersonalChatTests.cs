using AgentHelpdesk.EndToEnd.Pages;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>An agent alone with the bot.</summary>
[Collection(TeamsRoom.Name)]
public sealed class PersonalChatTests(TeamsHelpdesk helpdesk)
{
    [Fact]
    public async Task Who_comes_is_greeted_once_with_questions_to_press_however_often_the_chat_is_opened()
    {
        await using var teams = await helpdesk.OpenAsync();
        (await teams.Suggestions.CountAsync()).ShouldBeInRange(1, 3);
        await teams.ShotAsync("personal-greeting");

        await teams.Page.ReloadAsync();
        var answer = await teams.AskAsync(ChatMoves.Question);

        // The client has forgotten what was said before.
        await Expect(answer).ToContainTextAsync("trois jours");
        (await teams.Messages.CountAsync()).ShouldBe(1, "the answer alone");
    }

    [Fact]
    public async Task A_question_in_French_is_answered_in_its_own_words_with_citation_label_and_day()
    {
        await using var teams = await helpdesk.OpenAsync();

        var answer = await teams.AskAsync(ChatMoves.Question);

        await Expect(answer).ToContainTextAsync("un délai de carence de trois jours s’applique à chaque épisode");
        await Expect(answer).ToContainTextAsync("en vigueur au");
        await Expect(answer.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await Expect(teams.Page.Locator(".fai-AiGeneratedDisclaimer")).ToHaveCountAsync(1);
        (await answer.InnerTextAsync()).ShouldNotContain("[1]", Case.Sensitive, "a mark that became no citation");
        await teams.ShotAsync("personal-answer");
    }

    [Fact]
    public async Task A_citation_opens_the_passage_in_its_document_at_the_public_address()
    {
        await using var teams = await helpdesk.OpenAsync();
        await teams.AnswerForAsync(TeamsHelpdesk.PublicUrl, await helpdesk.Host.AddressAsync());
        var answer = await teams.AskAsync(ChatMoves.Question);

        await answer.Locator(".fai-Citation").First.HoverAsync();
        var link = teams.Page.Locator($"a[href^='{TeamsHelpdesk.PublicUrl}/']").First;
        await link.WaitForAsync();
        await teams.ShotAsync("personal-citation");
        var passage = await teams.Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await passage.WaitForLoadStateAsync();

        await passage.ScreenshotAsync(new() { Path = PageLook.File(Path.Combine("teams", "citation-opened")) });
        await Expect(passage.Locator("body")).ToContainTextAsync("délai de carence de trois jours");
    }

    [Fact]
    public async Task A_follow_up_is_understood_with_the_question_before_it_until_a_new_subject_begins()
    {
        await using var teams = await helpdesk.OpenAsync();
        await teams.AskAsync(ChatMoves.Question);

        var answer = await teams.AskAsync("et en 2022 ?");

        await Expect(answer).ToContainTextAsync("cinq jours");
        await teams.ShotAsync("personal-follow-up");
        await teams.AskAsync("nouveau");
        await Expect(await teams.AskAsync("et en 2022 ?")).Not.ToContainTextAsync("cinq jours");
        await teams.ShotAsync("personal-new");
    }

    [Fact]
    public async Task Commands_say_what_the_bot_understands_and_change_its_language()
    {
        await using var teams = await helpdesk.OpenAsync();

        var help = await teams.AskAsync("aide");
        foreach (var command in new[] { "nouveau", "langue", "effacer" })
            await Expect(help).ToContainTextAsync(command);
        await teams.ShotAsync("personal-help");

        await teams.AskAsync("langue en");
        await Expect(await teams.AskAsync(ChatMoves.Question)).ToContainTextAsync("in force on");
        await teams.ShotAsync("personal-english");
    }

    [Fact]
    public async Task An_abstention_says_what_was_searched()
    {
        await using var teams = await helpdesk.OpenAsync();

        var abstention = await teams.AskAsync("Quel est le montant de la prime de gros temps pour les cosmonautes de la caisse ?");

        await Expect(abstention).ToContainTextAsync("cosmonautes");
        await teams.ShotAsync("personal-abstention");
    }

    [Fact]
    public async Task A_phone_shows_the_seven_conditions_of_a_rule()
    {
        await using var teams = await helpdesk.OpenAsync();

        var answer = await teams.AskAsync("Conditions AMS ?");
        await teams.TakePhoneAsync();
        await answer.EvaluateAsync("answer => answer.scrollIntoView({ block: 'start', inline: 'nearest' })");

        await teams.ShotAsync("phone-conditions");
        await Expect(answer).ToContainTextAsync("7. et ne pas percevoir");
    }
}
