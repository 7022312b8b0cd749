using System.Text.Json;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>What those need who have no mouse, enlarge the page, or choose its colours themselves.</summary>
internal static class PageReach
{
    private const int MostStops = 400;

    // Where the keyboard is must be seen: a ring (or another mark that only the focus brings), and no part of the page lying over it.
    private const string Stop = """
        () => {
            const active = document.activeElement;
            if (!active || active === document.body) return "";
            // A file field out of sight is worked by its label.
            const stop = active.matches("input.unseen") && active.labels.length ? active.labels[0] : active;
            const box = stop.getBoundingClientRect();
            // A field may have its ring around the box it stands in.
            const ringed = e => { const s = getComputedStyle(e); return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0; };
            const ring = [stop, stop.parentElement, stop.parentElement.parentElement].some(e => e && ringed(e));
            const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
            const seen = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (stop === top || stop.contains(top) || top.contains(stop)); });
            stop.dataset.stop ||= String(globalThis.stops = (globalThis.stops || 0) + 1);
            return JSON.stringify({ Id: stop.dataset.stop, Html: stop.outerHTML.slice(0, 160), Ring: ring, Seen: seen, Frame: stop.tagName === "IFRAME" || stop.tagName === "EMBED" });
        }
        """;

    /// <summary>From the top of the page through all that the Tab key reaches, once round; a PDF in a frame shows its own focus and ends the round.</summary>
    public static async Task<IReadOnlyList<string>> ShouldShowFocusAsync(this BrowserPage page, string state)
    {
        await page.Page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); }");
        var stops = new Dictionary<string, FocusStop>(StringComparer.Ordinal);
        for (var i = 0; i < MostStops; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            if (await page.Page.EvaluateAsync<string>(Stop) is not { Length: > 0 } told || JsonSerializer.Deserialize<FocusStop>(told) is not { } stop)
            {
                // Between the last stop and the first the focus is the window's.
                if (stops.Count > 0)
                    break;
                continue;
            }

            if (!stops.TryAdd(stop.Id, stop) || stop.Frame)
                break;
        }

        stops.Count.ShouldBeInRange(1, MostStops - 1, $"{state}: the Tab key must come round");
        stops.Values.Where(stop => !stop.Frame && (!stop.Ring || !stop.Seen)).Select(stop => $"{(stop.Ring ? "hidden" : "no ring")}: {stop.Html}").ShouldBeEmpty($"{state}: focus not visible");
        return [.. stops.Values.Select(stop => stop.Html)];
    }

    /// <summary>Twice as large on a desk, and the 320 pixels that a page must be read in without scrolling sideways (WCAG 1.4.10).</summary>
    public static async Task ShouldBeReadableEnlargedAsync(this BrowserPage page, string name)
    {
        var before = page.Page.ViewportSize ?? throw new InvalidOperationException("The page has no size of its own.");
        foreach (var (width, height, look) in new[] { (640, 400, "zoom-200"), (320, 256, "zoom-400") })
        {
            await page.Page.SetViewportSizeAsync(width, height);
            await page.ShotAsync($"{name}-{look}");
            await page.ShouldNotScrollSidewaysAsync($"{name}-{look}");

            // What stays in place while the rest scrolls must leave room for it.
            (await page.Page.EvaluateAsync<double>("""
                () => [...document.querySelectorAll("body *")].filter(e => ["fixed", "sticky"].includes(getComputedStyle(e).position) && e.checkVisibility())
                    .map(e => { const box = e.getBoundingClientRect(); return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)); })
                    .reduce((sum, height) => sum + height, 0) / innerHeight
                """)).ShouldBeLessThan(.6, $"{name}-{look}: too much of the window never scrolls");
        }

        await page.Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>In the person's own colours every button and field keeps an edge, and the rules of accessibility still hold.</summary>
    public static async Task ShouldHoldInForcedColoursAsync(this BrowserPage page, string name)
    {
        await page.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });
        await page.ShotAsync($"{name}-forced-colours");
        var edgeless = await page.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")].filter(e => e.checkVisibility() && !e.closest(".unseen"))
                .filter(e => !["checkbox", "radio", "file"].includes(e.type))
                .filter(e => ![e, e.parentElement].some(box => { const s = getComputedStyle(box); return parseFloat(s.borderTopWidth) + parseFloat(s.borderBottomWidth) > 0 || s.outlineStyle !== "none"; }))
                .map(e => e.outerHTML.slice(0, 120))
            """);
        edgeless.ShouldBeEmpty($"{name}: nothing tells where these end");
        await page.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, ColorScheme = ColorScheme.Light });
    }

    private sealed record FocusStop(string Id, string Html, bool Ring, bool Seen, bool Frame);
}
