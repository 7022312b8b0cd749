using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>"Chercher la règle" from the box where a message is written.</summary>
[Collection(TeamsRoom.Name)]
public sealed class SearchTests(TeamsHelpdesk helpdesk)
{
    [Fact]
    public async Task A_search_lists_passages_and_the_one_chosen_stands_in_the_conversation()
    {
        await using var teams = await helpdesk.OpenAsync();
        await teams.OpenChatAsync(TeamsWindow.GroupChat);

        await teams.Page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).ClickAsync();
        await teams.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Search Command" }).ClickAsync();
        await teams.Page.GetByPlaceholder("Enter a search term").FillAsync("délai de carence gros temps");
        await teams.Page.Keyboard.PressAsync("Enter");

        var found = teams.Page.GetByText("Circulaire CFPML-2025-03").First;
        await found.WaitForAsync();
        await teams.ShotAsync("search-results");
        await found.ClickAsync();

        var card = teams.Page.Locator(".ac-adaptiveCard");
        await Expect(card).ToContainTextAsync("trois jours");
        await Expect(card).ToContainTextAsync("Circulaire CFPML-2025-03");
        await teams.ShotAsync("search-chosen");
        await teams.SendAsync();
        await Expect(teams.Page.Locator("[contenteditable=true] .ac-adaptiveCard")).ToHaveCountAsync(0);
        await Expect(card).ToContainTextAsync("trois jours");
        await teams.ShotAsync("search-sent");
    }
}
