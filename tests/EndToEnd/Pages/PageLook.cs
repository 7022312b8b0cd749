using AgentHelpdesk.TestKit;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>A state of a page seen on a phone and on a desk, in the light and in the dark.</summary>
internal static class PageLook
{
    private static readonly (int Width, int Height)[] Sizes = [(1280, 800), (360, 640)];

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    public static string File(string name) => RepositoryRoot.Combine("artifacts", "screenshots", $"{name}.png".ToLowerInvariant());

    /// <summary>What is in view now, kept as an artefact.</summary>
    public static Task ShotAsync(this BrowserPage page, string name, bool whole = false) =>
        page.Page.ScreenshotAsync(new() { Path = File(name), FullPage = whole });

    /// <summary>In every size and light: a picture kept, nothing cut off or scrolled sideways, no rule of accessibility broken; no complaint at the end.</summary>
    public static async Task ShouldLookRightAsync(this BrowserPage page, string name, bool mayComplain = false)
    {
        var before = page.Page.ViewportSize ?? throw new InvalidOperationException("The page has no size of its own.");
        foreach (var (width, height) in Sizes)
        {
            await page.Page.SetViewportSizeAsync(width, height);
            foreach (var scheme in Schemes)
            {
                await page.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var look = $"{name}-{width}-{scheme}";
                await page.ShotAsync(look);
                await page.ShouldNotScrollSidewaysAsync(look);
                await page.ShouldBeAccessibleAsync(look);
            }
        }

        await page.Page.SetViewportSizeAsync(before.Width, before.Height);
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (!mayComplain)
            page.Complaints.ShouldBeEmpty(name);
    }

    public static async Task ShouldNotScrollSidewaysAsync(this BrowserPage page, string state)
    {
        var wide = await page.Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
                [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).concat("the page")
            """);
        wide.ShouldBeEmpty($"{state}: wider than the window");
    }
}
