using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>Bytes of a page and of all it loads in an empty browser, as they come over the wire; a PDF in it is a page of its own.</summary>
internal static class PageWeight
{
    public static async Task<double> WeighAsync(this BrowserPage page)
    {
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await page.Page.EvaluateAsync<double>("""
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .filter(entry => !/\/pdf([?#]|$)/.test(entry.name)).reduce((sum, entry) => sum + entry.transferSize, 0)
            """);
    }
}
