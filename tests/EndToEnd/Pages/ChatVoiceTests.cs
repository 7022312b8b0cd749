using System.Text.Json;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>What a screen reader is told: an answer once and whole, the work politely.</summary>
public sealed class ChatVoiceTests(SampleHelpdesk helpdesk) : ChatTests(helpdesk)
{
    private const string Listen = """
        window.heard = [];
        const regions = [...document.querySelectorAll("[aria-live],[role=status],[role=alert],[role=log],output")];
        for (const region of regions)
            new MutationObserver(() => { const text = region.textContent.trim(); if (text) window.heard.push(text); })
                .observe(region, { childList: true, characterData: true, subtree: true });
        """;

    [Theory]
    [InlineData(ChatMoves.Question, "trois jours", "Sources")]
    [InlineData(ChatMoves.Unanswerable, "Je n’ai pas trouvé la règle", "Proches")]
    public async Task An_answer_is_announced_once_and_whole(string question, string words, string end)
    {
        var (chat, page) = await OpenAsync();
        await page.EvaluateAsync(Listen);

        await chat.AskAsync(question);
        await page.WaitForFunctionAsync("document.getElementById('read').textContent");

        var heard = await page.EvaluateAsync<string[]>("window.heard");
        heard.First().ShouldContain("Recherche");
        var answers = heard.Where(text => text.Contains(words, StringComparison.Ordinal)).ToList();
        answers.Count.ShouldBe(1, string.Join("\n", heard));
        answers[0].ShouldContain(end);
        answers[0].ShouldNotContain("Copier");
        answers[0].ShouldNotContain("Reformuler");
    }

    [Fact]
    public async Task The_page_has_one_live_region_and_it_is_polite()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);
        await page.WaitForFunctionAsync("document.getElementById('read').textContent");

        var regions = await LiveRegionsAsync(page);

        regions.ShouldHaveSingleItem().ShouldBe("status polite atomic");
    }

    [Fact]
    public async Task The_copy_for_the_ear_goes_with_the_next_key_and_nobody_meets_the_answer_twice()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);
        await page.WaitForFunctionAsync("document.getElementById('read').textContent");

        await page.Keyboard.PressAsync("Shift");

        (await page.Locator("#read").TextContentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_shown_again_is_not_read_out()
    {
        var (chat, page) = await OpenAsync();
        await chat.AskAsync(ChatMoves.Question);

        await page.ReloadAsync();
        await page.HasTurnsAsync(1);

        (await page.Locator("#status").TextContentAsync()).ShouldBe("");
    }

    // The browser's own accessibility tree, as a screen reader gets it.
    private static async Task<List<string>> LiveRegionsAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree") ?? throw new InvalidOperationException("The browser gave no tree.");
        var found = new List<string>();
        foreach (var node in tree.GetProperty("nodes").EnumerateArray())
        {
            if (node.GetProperty("ignored").GetBoolean() || !node.TryGetProperty("properties", out var properties))
                continue;
            var values = properties.EnumerateArray().ToDictionary(property => property.GetProperty("name").GetString()!, property => Value(property.GetProperty("value")));
            if (values.TryGetValue("live", out var live) && live != "off")
                found.Add($"{Value(node.GetProperty("role"))} {live}{(values.GetValueOrDefault("atomic") == "true" ? " atomic" : "")}");
        }

        return found;
    }

    private static string Value(JsonElement property) => property.TryGetProperty("value", out var value) ? value.ToString().ToLowerInvariant() : "";
}
