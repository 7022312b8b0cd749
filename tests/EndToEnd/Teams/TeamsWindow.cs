using AgentHelpdesk.EndToEnd.Pages;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>What a person sees and does in Teams, as far as the playground shows it.</summary>
internal sealed class TeamsWindow : IAsyncDisposable
{
    private readonly Playground _playground;

    private TeamsWindow(Playground playground, IPage page) => (_playground, Page) = (playground, page);

    public IPage Page { get; }

    /// <summary>What the bot said here, the oldest first.</summary>
    public ILocator Messages => Page.Locator(".fai-OutputCard");

    private ILocator Box => Page.Locator("div[role=textbox][contenteditable=true]").Last;

    public static async Task<TeamsWindow> OpenAsync(Browser browser, Uri bot, int width, int height, string[] more)
    {
        // A conversation of its own for each client: nothing that another test said is a question before.
        var playground = await Playground.StartAsync(bot, ["--conversation-id", $"{PlaygroundPeople.Personal}-{Guid.CreateVersion7():N}", .. more]);
        var window = new TeamsWindow(playground, await browser.OpenForeignAsync(playground.Address, width, height));
        await window.Box.WaitForAsync();
        return window;
    }

    /// <summary>Says something and waits until the bot has answered.</summary>
    public async Task<ILocator> AskAsync(string text)
    {
        var before = await Messages.CountAsync();
        await SayAsync(text);
        var answer = Messages.Nth(before);
        await answer.WaitForAsync();
        return answer;
    }

    public async Task SayAsync(string text)
    {
        await Box.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>What is in view now, kept as an artefact.</summary>
    public Task ShotAsync(string name) => Page.ScreenshotAsync(new() { Path = PageLook.File(Path.Combine("teams", name)) });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await _playground.DisposeAsync();
    }
}
