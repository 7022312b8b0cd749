using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TestKit;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>Slow, stopped, offline, turned away: one sentence each, and nothing typed is lost.</summary>
public sealed class ChatFailureTests(SampleHelpdesk helpdesk) : ChatTests(helpdesk)
{
    [Fact]
    public async Task A_slow_question_is_said_and_escape_brings_it_back()
    {
        var (_, page) = await OpenAsync();
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await page.RouteAsync("**/ask", _ => Task.CompletedTask);

        await page.TypeAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");
        await page.SaysAsync("Recherche");
        (await page.TypedAsync()).ShouldBeEmpty();
        await page.Clock.RunForAsync(3_100);
        await page.SaysAsync("plus long que d’habitude");
        await page.Keyboard.PressAsync("Escape");

        await page.SaysAsync("Arrêté");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);
        (await page.FocusedAsync()).ShouldBe("question");
        await page.HasTurnsAsync(0);
        await page.IsEmptyAsync();
    }

    [Fact]
    public async Task A_question_under_way_is_not_lost_by_a_reload()
    {
        var (_, page) = await OpenAsync();
        await page.RouteAsync("**/ask", _ => Task.CompletedTask);
        await page.TypeAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");
        await page.SaysAsync("Recherche");

        await page.ReloadAsync();

        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);
    }

    [Fact]
    public async Task What_is_typed_while_a_question_fails_stands_after_it()
    {
        var (_, page) = await OpenAsync();
        var held = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/ask", route =>
        {
            held.TrySetResult(route);
            return Task.CompletedTask;
        });
        await page.TypeAsync("première");
        await page.Keyboard.PressAsync("Enter");
        await page.TypeAsync("seconde");

        await (await held.Task).AbortAsync();

        await page.SaysAsync("ne répond pas");
        (await page.TypedAsync()).ShouldBe("première\nseconde");
    }

    [Fact]
    public async Task Offline_is_said_and_asking_again_works_once_back()
    {
        var (_, page) = await OpenAsync();
        await page.Context.SetOfflineAsync(true);

        await page.TypeAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");
        await page.SaysAsync("hors ligne");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);
        await page.Context.SetOfflineAsync(false);
        await page.SaysAsync("répond de nouveau");
        await page.Keyboard.PressAsync("Enter");

        await page.HasTurnsAsync(1);
    }

    [Theory]
    [InlineData(429, "Trop de questions")]
    [InlineData(413, "trop gros")]
    [InlineData(503, "n’a pas abouti")]
    public async Task A_question_turned_away_stays_in_the_field_under_its_sentence(int status, string sentence)
    {
        var (_, page) = await OpenAsync();
        await page.RouteAsync("**/ask", route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "text/html; charset=utf-8",
            Body = $"<article class=\"turn\" lang=\"fr\"><h2 class=\"asked\">q</h2><p class=\"unclear\">{sentence}</p></article>",
        }));

        await page.TypeAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".unclear")).ToContainTextAsync(sentence);
        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);

        // The next attempt takes its place.
        await page.UnrouteAsync("**/ask");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".first-line")).ToBeVisibleAsync();
        await page.HasTurnsAsync(1);
        (await page.TypedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_is_no_turn_is_said_without_becoming_part_of_the_page()
    {
        var (_, page) = await OpenAsync();
        await page.RouteAsync("**/ask", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" }));

        await page.TypeAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");

        await page.SaysAsync("n’a pas pu prendre la question");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("Bad gateway");
    }

    [Fact]
    public async Task A_restarted_host_is_noticed_and_the_page_goes_on()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        using var folder = new TempFolder();
        await using var first = await HelpdeskProcess.WithSamplesAsync(folder);
        var address = await first.AddressAsync();
        var chat = await Helpdesk.Browser.OpenAsync(address);
        var page = chat.Page;
        await chat.AskAsync(ChatMoves.Question);
        await first.KillAsync();

        await page.TypeAsync(ChatMoves.Other);
        await page.Keyboard.PressAsync("Enter");
        await page.SaysAsync("ne répond pas");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Other);
        await using var second = HelpdeskProcess.Start("Development", "--data", folder.Path, "--urls", address.OriginalString);
        await page.SaysAsync("répond de nouveau");
        await page.HasTurnsAsync(1);
        await Assertions.Expect(page.Turns()).ToContainTextAsync("trois jours");
        await page.Keyboard.PressAsync("Enter");

        await page.HasTurnsAsync(2);
        (await page.TypedAsync()).ShouldBeEmpty();
    }
}
