using System.Text.Json;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>
/// The accessibility rules of axe-core, run in a page. Its source is evaluated through the debugger's protocol, which the page's content
/// policy does not reach: the policy stays as people get it.
/// </summary>
internal static class AxeRules
{
    public const string WhyAbsent = "axe-core is absent: npm ci --prefix tests/npm.";

    private static readonly string Source = RepositoryRoot.Combine("tests", "npm", "node_modules", "axe-core", "axe.min.js");

    // A continuous build that lost its accessibility rules must fail, not skip.
    public static bool MayRun => File.Exists(Source) || Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    // Frames hold the browser's own PDF viewer, which is not ours to mend. target-size is off unless named.
    private const string Run = """
        async () => {
            const results = await axe.run(document, {
                iframes: false,
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                rules: { "target-size": { enabled: true }, "frame-tested": { enabled: false } },
                resultTypes: ["violations"],
            });
            // A target half behind what stays in place is free once the page is scrolled.
            const scrollsFree = node => node.any.some(check => String(check.data?.messageKey || "").toLowerCase().includes("obscured"));
            return JSON.stringify(results.violations.flatMap(rule => rule.nodes.filter(node => !scrollsFree(node)).map(node =>
                `${rule.id} (${rule.impact}): ${rule.help}\n  at ${node.target.join(" ")}\n  ${node.html.slice(0, 200)}\n  ${(node.failureSummary || "").replaceAll("\n", "\n  ")}\n  ${rule.helpUrl}`)));
        }
        """;

    /// <summary>No violation of WCAG 2.2 A and AA or of the rules' best practices in the page as it is now.</summary>
    public static async Task ShouldBeAccessibleAsync(this BrowserPage page, string state = "page")
    {
        Assert.SkipUnless(MayRun, WhyAbsent);
        if (!await page.Page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
            await page.Page.EvaluateAsync(await File.ReadAllTextAsync(Source) + "; undefined");
        var violations = JsonSerializer.Deserialize<string[]>(await page.Page.EvaluateAsync<string>(Run));
        violations.ShouldBeEmpty($"{state}, {page.Page.Url}:\n{string.Join("\n\n", violations ?? [])}\n");
    }
}
