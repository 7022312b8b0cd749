using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>The chat page without a mouse.</summary>
public sealed class ChatKeysTests(SampleHelpdesk helpdesk) : ChatTests(helpdesk)
{
    [Fact]
    public async Task Asks_opens_a_citation_copies_and_asks_again_without_a_mouse()
    {
        var (chat, page) = await OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await page.TypeAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");
        await page.HasTurnsAsync(1);
        (await page.FocusedAsync()).ShouldBe("question");

        await page.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("trois jours");
        (await page.FocusedAsync()).ShouldBe("panel");
        (await page.Locator(".first-line").IsVisibleAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#panel")).ToBeHiddenAsync();
        (await page.FocusedAsync()).ShouldBe("question");

        await page.Keyboard.PressAsync("Alt+C");
        await page.SaysAsync("Copié");
        var note = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        note.ShouldContain("trois jours");
        note.ShouldContain("en vigueur au");
        note.ShouldNotContain(ChatMoves.Question);

        await page.TypeAsync(ChatMoves.Other);
        await page.Keyboard.PressAsync("Enter");
        await page.HasTurnsAsync(2);
        (await page.FocusedAsync()).ShouldBe("question");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Focus_returns_to_the_mark_that_opened_the_panel()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);
        await page.Locator("a.mark").First.FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#panel")).ToBeVisibleAsync();
        (await page.Locator("a.mark").First.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        await page.Keyboard.PressAsync("Tab");
        (await page.FocusedAsync()).ShouldBe("close");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#panel")).ToBeHiddenAsync();
        (await page.FocusedAsync()).ShouldContain("mark");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_the_line_that_answers_stays_in_view_above_the_passage()
    {
        var (chat, page) = await OpenAsync(360, 640);
        await chat.AskAsync(ChatMoves.Question);

        await page.Locator("a.mark").First.ClickAsync();
        await Assertions.Expect(page.Locator("#panel")).ToBeVisibleAsync();

        var line = (await page.Locator(".first-line").BoundingBoxAsync()).ShouldNotBeNull();
        var panel = (await page.Locator("#panel").BoundingBoxAsync()).ShouldNotBeNull();
        line.Y.ShouldBeGreaterThanOrEqualTo(0);
        (line.Y + line.Height).ShouldBeLessThanOrEqualTo(panel.Y);
    }

    [Fact]
    public async Task The_arrows_recall_what_was_asked_in_an_empty_field_only()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);
        await chat.AskAsync(ChatMoves.Other);

        await page.Keyboard.PressAsync("ArrowUp");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Other);
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Question);
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Other);
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.TypedAsync()).ShouldBeEmpty();

        await page.TypeAsync("carence");
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.TypedAsync()).ShouldBe("carence");
    }

    [Fact]
    public async Task Shift_and_enter_begin_a_line_and_ask_nothing()
    {
        var (_, page) = await OpenAsync();

        await page.TypeAsync("carence");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.TypeAsync("marin");

        (await page.TypedAsync()).ShouldBe("carence\nmarin");
        await page.HasTurnsAsync(0);
    }

    [Fact]
    public async Task A_combination_can_be_changed_and_the_choice_stays()
    {
        var (chat, page) = await OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await ChangeAsync(page, "copy", "Control+Alt+K");
        await Assertions.Expect(page.Locator("[data-act=copy] kbd")).ToHaveTextAsync("Ctrl+Alt+K");
        await ChangeAsync(page, "open", "Control+Alt+3");
        await Assertions.Expect(page.Locator("[data-act=open] kbd")).ToHaveTextAsync("Ctrl+Alt+1…9");
        await page.Keyboard.PressAsync("Escape");

        await page.ReloadAsync();
        await chat.AskAsync(ChatMoves.Question);
        await page.Keyboard.PressAsync("Alt+C");
        await page.Keyboard.PressAsync("Control+Alt+K");
        await page.SaysAsync("Copié");
        await page.Keyboard.PressAsync("Control+Alt+1");

        await Assertions.Expect(page.Locator("#panel")).ToBeVisibleAsync();
        chat.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("copy", "k", "Ajoutez Alt ou Ctrl")]
    [InlineData("copy", "Shift+K", "Ajoutez Alt ou Ctrl")]
    [InlineData("copy", "Control+C", "appartient au navigateur")]
    [InlineData("copy", "Alt+4", "sert déjà à")]
    [InlineData("copy", "Alt+N", "sert déjà à")]
    [InlineData("open", "Alt+C", "avec un chiffre")]
    public async Task Keys_that_would_get_in_the_way_are_refused_in_a_sentence(string act, string keys, string expected)
    {
        var (_, page) = await OpenAsync();
        await page.ClickAsync("#open-shortcuts");
        var before = await page.Locator($"[data-act={act}] kbd").InnerTextAsync();

        await page.ClickAsync($"[data-act={act}] button");
        await page.Keyboard.PressAsync(keys);

        await Assertions.Expect(page.Locator("#shortcuts-said")).ToContainTextAsync(expected);
        (await page.Locator($"[data-act={act}] kbd").InnerTextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Escape_while_keys_are_awaited_keeps_the_old_ones_and_the_dialog()
    {
        var (_, page) = await OpenAsync();
        await page.ClickAsync("#open-shortcuts");
        await page.ClickAsync("[data-act=copy] button");

        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#shortcuts").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("[data-act=copy] kbd").InnerTextAsync()).ShouldBe("Alt+C");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#shortcuts")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_suggestion_asks_and_the_marked_one_is_refused()
    {
        var (chat, page) = await OpenAsync();
        await page.Locator(".suggestion.refused").WaitForAsync();

        await page.Locator(".suggestion.refused").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.HasTurnsAsync(1);
        (await page.Locator(".abstention").CountAsync()).ShouldBe(1);
        (await page.FocusedAsync()).ShouldBe("question");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rephrasing_brings_the_question_back_and_reporting_says_so()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Unanswerable);

        await page.ClickAsync("button.rephrase");
        (await page.TypedAsync()).ShouldBe(ChatMoves.Unanswerable);
        (await page.FocusedAsync()).ShouldBe("question");
        await page.ClickAsync("form.report button");

        await page.SaysAsync("Signalé");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_date_asks_again_in_place()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Other);

        await page.FillAsync("form.redate input[name=date]", "2025");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Turns().First).ToContainTextAsync("2025");
        await page.HasTurnsAsync(1);
        await Assertions.Expect(page.Locator("form.redate input[name=date]")).ToHaveValueAsync("2025");
        (await page.FocusedAsync()).ShouldBe("question");
        chat.Complaints.ShouldBeEmpty();
    }

    private static async Task ChangeAsync(IPage page, string act, string keys)
    {
        if (!await page.Locator("#shortcuts").IsVisibleAsync())
            await page.ClickAsync("#open-shortcuts");
        await page.Locator($"[data-act={act}] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync(keys);
    }
}
