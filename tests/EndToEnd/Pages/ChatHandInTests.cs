using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TestKit;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>A PDF dropped on the chat page, from the drop to questions about it; on a host of its own, since publishing changes what it answers.</summary>
public sealed class ChatHandInTests(SampleHelpdesk helpdesk) : ChatTests(helpdesk)
{
    private const string Drop = """
        ([files]) => {
            const transfer = new DataTransfer();
            for (const { name, base64 } of files) transfer.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name, { type: "application/pdf" }));
            document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer: transfer }));
            document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
        }
        """;

    [Fact]
    public async Task A_dropped_PDF_waits_to_be_published_then_offers_three_questions_of_its_own()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        using var folder = new TempFolder();
        await using var host = HelpdeskProcess.Start("Production", "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        var chat = await Helpdesk.Browser.OpenAsync(await host.AddressAsync());
        var page = chat.Page;
        var guide = await File.ReadAllBytesAsync(RepositoryRoot.Combine("tests", "Samples", "pdf", "guide-pension-de-rivage.pdf"), TestContext.Current.CancellationToken);

        await DropAsync(page, ("guide <b>1.pdf", guide), ("faux.pdf", "pas un PDF"u8.ToArray()));
        var items = page.Locator("#handed-in > li");
        await Assertions.Expect(items).ToHaveCountAsync(2);
        await Assertions.Expect(items.Nth(0)).ToContainTextAsync("prêt, pas encore publié", new() { Timeout = 30_000 });
        await Assertions.Expect(items.Nth(0)).ToContainTextAsync("guide <b>1.pdf");
        await Assertions.Expect(items.Nth(1)).ToContainTextAsync("ce n’est pas un PDF");
        (await items.Nth(0).Locator("a").GetAttributeAsync("href")).ShouldBe("/documents");
        (await page.Locator(".suggestion").CountAsync()).ShouldBe(0);

        // What was dropped is followed over a reload, and while it is published elsewhere.
        await page.ReloadAsync();
        await Assertions.Expect(items).ToHaveCountAsync(1);
        await PublishAsync(await page.Context.NewPageAsync());
        await Assertions.Expect(items.Nth(0)).ToContainTextAsync("publié. Posez-lui une question", new() { Timeout = 30_000 });
        var questions = items.Nth(0).Locator(".suggestion");
        await Assertions.Expect(questions).ToHaveCountAsync(3);
        await questions.First.ClickAsync();

        await page.HasTurnsAsync(1);
        (await page.Locator(".first-line").CountAsync()).ShouldBe(1);
        (await page.FocusedAsync()).ShouldBe("question");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_dropped_on_a_stopped_host_is_said_to_be_not_sent()
    {
        var (_, page) = await OpenAsync();
        await page.RouteAsync("**/uploads*", route => route.AbortAsync());

        await DropAsync(page, ("note.pdf", "%PDF-1.7"u8.ToArray()));

        await Assertions.Expect(page.Locator("#handed-in > li")).ToContainTextAsync("n’a pas pu être envoyé");
    }

    [Fact]
    public async Task Text_dropped_on_the_page_is_none_of_its_business()
    {
        var (_, page) = await OpenAsync();

        var taken = await page.EvaluateAsync<bool>("""
            () => {
                const transfer = new DataTransfer();
                transfer.setData("text/plain", "carence");
                return !document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
            }
            """);

        taken.ShouldBeFalse();
        (await page.Locator("#handed-in > li").CountAsync()).ShouldBe(0);
    }

    private static Task DropAsync(IPage page, params (string Name, byte[] Content)[] files) =>
        page.EvaluateAsync(Drop, new object[] { files.Select(file => new { name = file.Name, base64 = Convert.ToBase64String(file.Content) }).ToArray() });

    private static async Task PublishAsync(IPage documents)
    {
        await documents.GotoAsync("/documents");
        await documents.Locator("#inbox input[name^='checked.']").CheckAsync();
        await documents.Locator("#inbox [data-publish]").ClickAsync();
    }
}
