using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>One started helpdesk for all tests of the chat page that change nothing for each other.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "A collection is what the test framework calls it.")]
public sealed class ChatRoom : ICollectionFixture<SampleHelpdesk>
{
    public const string Name = "Chat page";
}

/// <summary>Tests of the chat page: one after another over one host, each with pages of its own.</summary>
[Collection(ChatRoom.Name)]
public abstract class ChatTests(SampleHelpdesk helpdesk) : IAsyncDisposable
{
    protected SampleHelpdesk Helpdesk => helpdesk;

    public async ValueTask DisposeAsync()
    {
        if (Browser.Exists)
            await helpdesk.Browser.CloseAllAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<(BrowserPage Chat, IPage Page)> OpenAsync(int width = 1280, int height = 800, bool script = true)
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        var chat = await helpdesk.Browser.OpenAsync(helpdesk.Address, width, height, script: script);
        return (chat, chat.Page);
    }
}

/// <summary>What an agent does on the chat page, and what is seen of it.</summary>
internal static class ChatMoves
{
    public const string Question = "Quel est le délai de carence de l'indemnité de gros temps ?";
    public const string Other = "Quel est le montant du supplément pour enfant à charge ?";
    public const string Unanswerable = "Quelle est la couleur du logo de la caisse ?";

    /// <summary>Types into whatever has the focus, as a person does.</summary>
    public static async Task TypeAsync(this IPage page, string text) => await page.Keyboard.TypeAsync(text);

    public static Task<string> FocusedAsync(this IPage page) => page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.className");

    public static Task<string> TypedAsync(this IPage page) => page.InputValueAsync("#question");

    public static ILocator Turns(this IPage page) => page.Locator("article.turn");

    public static Task SaysAsync(this IPage page, string words) =>
        Assertions.Expect(page.Locator("#said")).ToContainTextAsync(words, new() { Timeout = 20_000 });

    public static Task HasTurnsAsync(this IPage page, int count) => Assertions.Expect(page.Turns()).ToHaveCountAsync(count, new() { Timeout = 20_000 });

    public static Task IsEmptyAsync(this IPage page) => Assertions.Expect(page.Locator("#intro h1")).ToBeVisibleAsync();
}
