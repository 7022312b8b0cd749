using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>A page (with what it opens) and what it should not have done.</summary>
internal sealed class BrowserPage
{
    private const string ReportViolations = """
        addEventListener("securitypolicyviolation", violation =>
            console.error(`policy: ${violation.effectiveDirective} stopped ${violation.blockedURI} ${violation.sample} (${violation.sourceFile}:${violation.lineNumber})`));
        """;

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly OutsideWorld _outside;
    private readonly int _askedBefore;

    private BrowserPage(IPage page, OutsideWorld outside) => (Page, _outside, _askedBefore) = (page, outside, outside.Asked.Count);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, policy violations, failed scripts, and requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. _complaints.Concat(_outside.Asked.Skip(_askedBefore).Select(request => $"asked outside: {request}")).Distinct()];

    public static async Task<BrowserPage> InAsync(IBrowserContext context, Uri host, OutsideWorld outside)
    {
        await context.AddInitScriptAsync(ReportViolations);
        var page = new BrowserPage(await context.NewPageAsync(), outside);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                page._complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        context.WebError += (_, error) => page._complaints.Enqueue(error.Error);
        context.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var asked) && asked.Scheme.StartsWith("http", StringComparison.Ordinal) && asked.Authority != host.Authority)
                page._complaints.Enqueue($"request to {request.Url}");
        };
        return page;
    }

    public async Task AskAsync(string question)
    {
        var turns = await Page.Locator("article.turn").CountAsync();
        await Page.FillAsync("#question", question);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("article.turn").Nth(turns).WaitForAsync();
    }
}
