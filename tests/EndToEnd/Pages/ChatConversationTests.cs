using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>A conversation belongs to its tab: kept over a reload, never mixed, forgotten on demand.</summary>
public sealed class ChatConversationTests(SampleHelpdesk helpdesk) : ChatTests(helpdesk)
{
    [Fact]
    public async Task A_reload_shows_the_conversation_again_and_recalls_its_questions()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);
        await chat.AskAsync(ChatMoves.Unanswerable);

        await page.ReloadAsync();

        await page.HasTurnsAsync(2);
        await Assertions.Expect(page.Turns().First).ToContainTextAsync("trois jours");
        (await page.Locator(".abstention").CountAsync()).ShouldBe(1);
        (await page.Locator("#intro").IsVisibleAsync()).ShouldBeFalse();
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Unanswerable);
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_language_keeps_the_conversation()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);

        await page.ClickAsync(".languages a[lang=en]");

        await page.HasTurnsAsync(1);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        (await page.Locator("#send").InnerTextAsync()).ShouldBe("Ask");
        await page.Keyboard.PressAsync("Alt+9");
        await page.SaysAsync("has no [9]");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_tabs_do_not_mix()
    {
        var (chat, page) = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await chat.AskAsync(ChatMoves.Question);
        await other.IsEmptyAsync();
        await other.FillAsync("#question", ChatMoves.Other);
        await other.PressAsync("#question", "Enter");
        await other.HasTurnsAsync(1);

        await page.ReloadAsync();
        await other.ReloadAsync();

        await page.HasTurnsAsync(1);
        await Assertions.Expect(page.Turns()).ToContainTextAsync("trois jours");
        await other.HasTurnsAsync(1);
        await Assertions.Expect(other.Turns()).ToContainTextAsync("supplément");
    }

    [Fact]
    public async Task A_duplicated_tab_begins_a_conversation_of_its_own()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);

        // A window opened by a page begins with a copy of the tab's memory, as a duplicated tab does.
        var twin = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("window.open('/')"));
        await twin.FillAsync("#question", ChatMoves.Other);
        await twin.PressAsync("#question", "Enter");
        await twin.HasTurnsAsync(1);

        await page.ReloadAsync();
        await page.HasTurnsAsync(1);
        await Assertions.Expect(page.Turns()).ToContainTextAsync("trois jours");
        (await twin.EvaluateAsync<string>("sessionStorage.conversation")).ShouldNotBe(await page.EvaluateAsync<string>("sessionStorage.conversation"));
    }

    [Fact]
    public async Task A_new_question_forgets_here_and_on_the_host()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);
        var left = await page.EvaluateAsync<string>("sessionStorage.conversation");
        (await ReadAsync(page, left)).ShouldContain("trois jours");

        var forgotten = page.WaitForResponseAsync("**/conversation/forget");
        await page.Keyboard.PressAsync("Alt+N");
        (await forgotten).Status.ShouldBe(204);

        await page.IsEmptyAsync();
        await page.HasTurnsAsync(0);
        (await page.FocusedAsync()).ShouldBe("question");
        (await ReadAsync(page, left)).ShouldNotContain("trois jours");
        (await page.EvaluateAsync<string>("sessionStorage.conversation")).ShouldNotBe(left);
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.TypedAsync()).ShouldBeEmpty();
        await page.ReloadAsync();
        await page.IsEmptyAsync();
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_being_typed_survives_a_reload_and_a_new_question()
    {
        var (_, page) = await OpenAsync();
        await page.TypeAsync("une question à moitié écri");

        await page.ReloadAsync();
        (await page.TypedAsync()).ShouldBe("une question à moitié écri");
        await page.Keyboard.PressAsync("Alt+N");

        (await page.TypedAsync()).ShouldBe("une question à moitié écri");
    }

    [Fact]
    public async Task Without_script_a_conversation_goes_on_is_reported_and_begins_anew()
    {
        var (chat, page) = await OpenAsync(script: false);
        await page.FillAsync("#question", ChatMoves.Question);
        await page.ClickAsync("#send");
        await page.FillAsync("#question", ChatMoves.Unanswerable);
        await page.ClickAsync("#send");
        await page.HasTurnsAsync(2);
        await page.ClickAsync("form.report button");
        await page.SaysAsync("Signalé");
        await page.HasTurnsAsync(2);
        await page.ClickAsync("#begin-again");

        await page.IsEmptyAsync();
        await page.HasTurnsAsync(0);
    }

    private static async Task<string> ReadAsync(IPage page, string conversation) =>
        await (await page.APIRequest.GetAsync($"/conversation?id={conversation}")).TextAsync();
}
