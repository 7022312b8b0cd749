using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace AgentHelpdesk.Benchmarks.Pages;

/// <summary>What a person waits for in a browser: the forty sample questions asked by keyboard, first paint, and the bytes of each page.</summary>
internal static class PageTable
{
    private const int WarmUps = 5;

    private const int Reloads = 9;

    public static async Task PrintAsync(string questionFile)
    {
        var questions = (await File.ReadAllLinesAsync(questionFile)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString() ?? "").ToArray();
        await using var host = await SampleHost.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        Console.WriteLine($"Chromium {browser.Version}, {Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}");

        // The very first page of a fresh host and a fresh browser, then the browser's own cache emptied again and again, then kept.
        await ReportPageAsync(browser, host, "/ (first request of the host)", "/", cold: 1, warm: 0);
        var links = await AskAsync(browser, host, questions);
        await ReportPageAsync(browser, host, "/", "/", Reloads, Reloads);
        foreach (var (name, path) in links)
            await ReportPageAsync(browser, host, name, path, Reloads, Reloads);
    }

    private static async Task<List<(string Name, string Path)>> AskAsync(IBrowser browser, SampleHost host, string[] questions)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = host.Address.OriginalString, Locale = "fr-FR" });
        await context.AddInitScriptAsync(PageStopwatch.Script);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        var first = await PageStopwatch.AskAsync(page, questions[0]);
        foreach (var question in questions.Take(WarmUps))
            await PageStopwatch.AskAsync(page, question);
        var times = new List<double>();
        foreach (var question in questions)
            times.Add(await PageStopwatch.AskAsync(page, question));
        Console.WriteLine($"from Enter to the whole answer in view, {times.Count} questions: median {Quantile(times, .5)} ms, p95 {Quantile(times, .95)} ms, "
            + $"longest {Quantile(times, 1)} ms; the first of the host {first:0} ms (aim: median 300 ms)");

        var passage = await page.Locator("a.mark").First.GetAttributeAsync("href") ?? "/";
        await page.GotoAsync("/documents");
        var document = await page.Locator("a[href*='/document?id=']").First.GetAttributeAsync("href") ?? "/";
        return [("/documents", "/documents"), ("/document", document), ("/passages", passage)];
    }

    private static async Task ReportPageAsync(IBrowser browser, SampleHost host, string name, string path, int cold, int warm)
    {
        var (paints, bytes, visits) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < cold; i++)
        {
            await using var context = await browser.NewContextAsync(new() { BaseURL = host.Address.OriginalString, Locale = "fr-FR" });
            var page = await context.NewPageAsync();
            paints.Add(await PageStopwatch.FirstPaintAsync(page, path));
            bytes.Add(await PageStopwatch.TransferredAsync(page));
            for (var again = 0; i == 0 && again < warm; again++)
                visits.Add(await PageStopwatch.FirstPaintAsync(page, path));
        }

        var warmPaint = visits.Count > 0 ? $"{Quantile(visits, .5)} ms" : "–";
        Console.WriteLine($"{name,-32}first paint cold {Quantile(paints, .5)} ms (longest {Quantile(paints, 1)} ms), warm {warmPaint}; "
            + $"{(bytes.Max() / 1000).ToString("0.0", CultureInfo.InvariantCulture)} kB (aims: 500 ms, 150 kB)");
    }

    private static string Quantile(List<double> values, double share) =>
        values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1).ToString("0", CultureInfo.InvariantCulture);
}
