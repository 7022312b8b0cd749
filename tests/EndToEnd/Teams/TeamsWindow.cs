using AgentHelpdesk.EndToEnd.Pages;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>What a person sees and does in Teams, as far as the playground shows it.</summary>
internal sealed class TeamsWindow : IAsyncDisposable
{
    public const string PersonalChat = "Personal Chat";
    public const string GroupChat = "Group Chat";
    public const string Channel = "My Team - General";

    private readonly Playground _playground;

    private TeamsWindow(Playground playground, IPage page) => (_playground, Page) = (playground, page);

    public IPage Page { get; }

    /// <summary>What the bot said in the chat that is open, the oldest first.</summary>
    public ILocator Messages => Page.Locator(".fai-OutputCard");

    /// <summary>Questions offered to be pressed.</summary>
    public ILocator Suggestions => Page.Locator("button", new() { HasTextRegex = new("\\?$") });

    /// <summary>Posts of the channel that is open, each with its replies; the last is the newest.</summary>
    public ILocator Posts => Page.Locator("[role=group].fui-Card");

    /// <summary>Where something is typed: the inputs of cards are text boxes too.</summary>
    private ILocator Box => Page.Locator("div[role=textbox][contenteditable=true]").First;

    public static async Task<TeamsWindow> OpenAsync(Browser browser, Uri bot, int width, int height, string[] more)
    {
        var playground = await Playground.StartAsync(bot, more);
        var window = new TeamsWindow(playground, await browser.OpenForeignAsync(playground.Address, width, height));
        await window.Box.WaitForAsync();
        await window.Page.GetByTitle("Hide log panel").ClickAsync();

        // The greeting: what is said next is the answer to what is asked next.
        await window.Messages.First.WaitForAsync();
        return window;
    }

    public async Task OpenChatAsync(string name)
    {
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();

        // The box of the chat before must be gone.
        await Page.GetByRole(AriaRole.Button, new() { Name = name == Channel ? "Post" : "Send Message", Exact = true }).First.WaitForAsync();
        await (name == Channel ? Posts.Nth(1) : Messages.First).WaitForAsync();
    }

    /// <summary>Says something and waits until the bot has said one thing more.</summary>
    public async Task<ILocator> AskAsync(string text)
    {
        var before = await Messages.CountAsync();
        await SayAsync(text);
        var answer = Messages.Nth(before);
        await answer.WaitForAsync();
        return answer;
    }

    /// <summary>Presses what the bot offered and waits until it has said one thing more.</summary>
    public async Task<ILocator> PressAsync(ILocator offered)
    {
        var before = await Messages.CountAsync();
        await offered.ClickAsync();
        var answer = Messages.Nth(before);
        await answer.WaitForAsync();
        return answer;
    }

    public async Task SayAsync(string text)
    {
        await Box.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        await SendAsync();
    }

    /// <summary>Types the first letters of the bot's name and takes it from the list, then goes on.</summary>
    public async Task MentionAsync(string text)
    {
        var listed = Page.GetByRole(AriaRole.Menuitem, new() { Name = PlaygroundPeople.Bot });
        for (var tries = 0; tries < 10 && !await listed.IsVisibleAsync(); tries++)
        {
            // A chat just opened may take its box away once more, with what was typed.
            await Box.ClickAsync();
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.TypeAsync($"@{PlaygroundPeople.Bot[..3]}", new() { Delay = 50 });
            await Page.WaitForTimeoutAsync(1_000);
        }

        if (!await listed.IsVisibleAsync())
            await ShotAsync("failed-mention");
        await listed.ClickAsync();
        await Page.Keyboard.TypeAsync($" {text}");
    }

    /// <summary>What the browser asks of an address that no network has is answered by the host, as through the relay in front of it.</summary>
    public Task AnswerForAsync(string address, Uri host) => Page.Context.RouteAsync($"{address}/**", async route =>
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var asked = new Uri(route.Request.Url);
        using var request = new HttpRequestMessage(new(route.Request.Method), new Uri(host, asked.PathAndQuery)) { Headers = { Host = asked.Authority } };
        using var reply = await client.SendAsync(request);
        await route.FulfillAsync(new()
        {
            Status = (int)reply.StatusCode,
            ContentType = reply.Content.Headers.ContentType?.ToString(),
            Headers = reply.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            BodyBytes = await reply.Content.ReadAsByteArrayAsync(),
        });
    });

    public Task SendAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).First.ClickAsync();

    public Task PostAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();

    /// <summary>
    /// From now on as wide and high as a phone. The tool's own bar is taken out and its least widths are lifted, since it isn't made for a
    /// phone; what is left is about what Teams leaves there.
    /// </summary>
    public async Task TakePhoneAsync()
    {
        await Page.SetViewportSizeAsync(360, 640);

        // The list of chats folds away.
        await Page.WaitForTimeoutAsync(1_000);
        // Of the widths of the fonts on phones; the tool's own would be fetched from outside.
        await Page.AddStyleTagAsync(new() { Content = "* { font-family: 'Liberation Sans', sans-serif !important }" });
        await Page.EvaluateAsync("""
            () => {
                const bar = [...document.querySelectorAll("button")].find(button => button.textContent.includes("Mock an Activity"));
                let top = bar;
                while (top.parentElement.getBoundingClientRect().height < 200)
                    top = top.parentElement;
                top.style.display = "none";
                for (const element of document.querySelectorAll("body *")) {
                    const style = getComputedStyle(element);
                    if (parseFloat(style.minWidth) > 100)
                        element.style.minWidth = "0";
                    if (parseFloat(style.paddingRight) > 50)
                        element.style.paddingRight = "8px";
                    if (parseFloat(style.marginRight) > 50)
                        element.style.marginRight = "8px";
                }
            }
            """);
    }

    /// <summary>What is in view now, kept as an artefact.</summary>
    public Task ShotAsync(string name) => Page.ScreenshotAsync(new() { Path = PageLook.File(Path.Combine("teams", name)) });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await _playground.DisposeAsync();
    }
}
