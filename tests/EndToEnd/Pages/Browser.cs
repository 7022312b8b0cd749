using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>Debian's Chromium, driven without a network of its own; what a page complains about or asks elsewhere is kept.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public const string WhyAbsent = "Chromium is absent (/usr/bin/chromium): apt-get install chromium.";

    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static bool Exists => File.Exists(Program);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],

            // The PDF viewer is an extension of the browser's own.
            IgnoreDefaultArgs = ["--disable-extensions", "--disable-component-extensions-with-background-pages"],
        });
        return new(playwright, browser);
    }

    public async Task<BrowserPage> OpenAsync(Uri address, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Locale = "fr-FR",

            // No scrolling on its way while a picture is taken.
            ReducedMotion = ReducedMotion.Reduce,
            BaseURL = address.OriginalString,
        });
        var page = new BrowserPage(await context.NewPageAsync(), address);
        await page.Page.GotoAsync("/");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>A page and what it should not have done.</summary>
internal sealed class BrowserPage
{
    private readonly List<string> _complaints = [];

    public BrowserPage(IPage page, Uri host)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Context.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(host.OriginalString, StringComparison.Ordinal))
                _complaints.Add($"request to {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of the console (policy violations among them) and requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task AskAsync(string question)
    {
        var turns = await Page.Locator("article.turn").CountAsync();
        await Page.FillAsync("#question", question);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("article.turn").Nth(turns).WaitForAsync();
    }
}
