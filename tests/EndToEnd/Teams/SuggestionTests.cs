using AgentHelpdesk.EndToEnd.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>Who got no answer gets one by pressing what is near.</summary>
[Collection(TeamsRoom.Name)]
public sealed class SuggestionTests(TeamsHelpdesk helpdesk, ReadSamples samples)
{
    private const string Unknown = "Quel est le montant de la prime de gros temps pour les cosmonautes de la caisse ?";

    [Fact]
    public async Task A_near_question_pressed_in_the_card_beside_links_is_answered_with_citations()
    {
        await using var teams = await helpdesk.OpenAsync();
        await teams.AskAsync(Unknown);
        var near = teams.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("montant journalier.*\\?$") });
        await Expect(near).ToBeVisibleAsync();
        await teams.ShotAsync("personal-abstention");
        await ShouldShowAllItsWordsAsync(near);

        var answer = await teams.PressAsync(near);

        await Expect(answer.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await teams.ShotAsync("personal-near-pressed");
    }

    [Fact]
    public async Task A_near_question_suggested_below_a_text_without_links_is_answered_with_citations()
    {
        TeamsHelpdesk.SkipIfAbsent();
        await using var local = await SlowHelpdesk.StartAsync(samples);
        local.GoOn();
        await using var teams = await TeamsWindow.OpenAsync(helpdesk.Browser, local.Address, 1280, 900, []);
        await teams.AskAsync(Unknown);
        await Expect(teams.Page.Locator(".ac-adaptiveCard")).ToHaveCountAsync(0);
        var near = teams.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("montant journalier.*\\?$") });
        await teams.ShotAsync("personal-abstention-suggestions");

        var answer = await teams.PressAsync(near);

        await Expect(answer.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await teams.ShotAsync("personal-suggestion-pressed");
    }

    private static async Task ShouldShowAllItsWordsAsync(ILocator pressed) =>
        (await pressed.EvaluateAsync<bool>("""
            pressed => [pressed, ...pressed.querySelectorAll("*")].every(element => element.scrollWidth <= element.clientWidth + 1 || getComputedStyle(element).display === "inline")
            """)).ShouldBeTrue("cut off at the edge");
}
