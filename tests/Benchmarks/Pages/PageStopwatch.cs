using Microsoft.Playwright;

namespace AgentHelpdesk.Benchmarks.Pages;

/// <summary>Measured inside the page, so that the driver's own way to the browser is not part of it.</summary>
internal static class PageStopwatch
{
    // Starts at the key, ends two frames after the new turn holds an answer or an abstention: then it has been painted.
    public const string Script = """
        addEventListener("keydown", pressed => {
            if (pressed.key !== "Enter" || pressed.target.id !== "question") return;
            const whole = () => document.querySelectorAll("article.turn .answer, article.turn .abstention").length;
            const before = whole();
            globalThis.answered = new Promise(done => new MutationObserver((_, observer) => {
                if (whole() <= before) return;
                observer.disconnect();
                requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - pressed.timeStamp)));
            }).observe(document.body, { childList: true, subtree: true }));
        }, true);
        """;

    public static async Task<double> AskAsync(IPage page, string question)
    {
        await page.FillAsync("#question", question);
        await page.Keyboard.PressAsync("Enter");
        return await page.EvaluateAsync<double>("() => globalThis.answered");
    }

    public static async Task<double> FirstPaintAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return await page.EvaluateAsync<double>("""
            () => new Promise(done => new PerformanceObserver(list => {
                const paint = list.getEntriesByName("first-contentful-paint")[0];
                if (paint) done(paint.startTime);
            }).observe({ type: "paint", buffered: true }))
            """);
    }

    /// <summary>Bytes of the page and of all that it loaded, as they came over the wire; the PDF is a page of its own.</summary>
    public static async Task<double> TransferredAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await page.EvaluateAsync<double>("""
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, entry) => sum + entry.transferSize, 0)
            """);
    }
}
