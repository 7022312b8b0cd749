using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>Debian's Chromium, driven without a network of its own; what a page complains about or asks elsewhere is kept.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public const string WhyAbsent = "Chromium is absent (/usr/bin/chromium): apt-get install chromium.";

    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly OutsideWorld _outside;

    private Browser(IPlaywright playwright, IBrowser browser, OutsideWorld outside) => (_playwright, _browser, _outside) = (playwright, browser, outside);

    public static bool Exists => File.Exists(Program);

    public static async Task<Browser> StartAsync()
    {
        var outside = new OutsideWorld();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",

                // Loopback is never sent to a proxy; all else is, whoever in the browser asks: a page, a worker, a favicon.
                $"--proxy-server={outside.Address}",
            ],

            // The PDF viewer is an extension of the browser's own.
            IgnoreDefaultArgs = ["--disable-extensions", "--disable-component-extensions-with-background-pages"],
        });
        return new(playwright, browser, outside);
    }

    public async Task<BrowserPage> OpenAsync(
        Uri address, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool script = true, string path = "/")
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

        // A loaded machine is slow, not broken.
        context.SetDefaultTimeout(60_000);
        var page = await BrowserPage.InAsync(context, address, _outside);
        await page.Page.GotoAsync(path);
        return page;
    }

    /// <summary>A window that is not of this house: what it complains about is its own affair, and it reaches nothing outside either.</summary>
    public async Task<IPage> OpenForeignAsync(Uri address, int width, int height)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.OriginalString);
        return page;
    }

    /// <summary>An open page keeps its connections to the host, and a host takes only so many.</summary>
    public async Task CloseAllAsync()
    {
        foreach (var context in _browser.Contexts.ToList())
            await context.CloseAsync();
    }

    /// <summary>The PDF that a person gets who prints this page: tagged, with bookmarks, its title in the file's own metadata.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        var page = await _browser.NewPageAsync();
        await page.SetContentAsync(html);
        var pdf = await page.PdfAsync(new() { Tagged = true, Outline = true, Format = "A4" });
        await page.CloseAsync();
        return pdf;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _outside.Dispose();
    }
}
