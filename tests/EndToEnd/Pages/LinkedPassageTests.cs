using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>What an agent sees who opens a citation from Teams: the passage, its PDF, and why an old link does not open.</summary>
public sealed class LinkedPassageTests(ReadSamples samples) : IAsyncLifetime
{
    private const string Question = "Quel est le délai de carence de l'indemnité de gros temps ?";

    private readonly TempFolder _folder = new();
    private HelpdeskProcess? _host;
    private Browser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!Browser.Exists)
            return;
        await samples.CopyToAsync(_folder);
        _host = await HelpdeskProcess.WithSamplesAsync(_folder, "--Bot:AllowAnonymous=true", "--Bot:PublicUrl=https://helpdesk.example.test");
        _browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_passage_opened_by_its_link_looks_right_and_leads_to_its_pdf()
    {
        var page = await OpenAsync(TimeSpan.FromHours(8));

        await page.ShouldLookRightAsync("linked-passage");
        await page.ShouldShowFocusAsync("linked passage");
        await page.ShouldBeReadableEnlargedAsync("linked-passage");
        await page.ShouldHoldInForcedColoursAsync("linked-passage");
        (await page.Page.Locator("mark.quoted").CountAsync()).ShouldBeGreaterThan(0);
        (await page.WeighAsync()).ShouldBeInRange(1_000, 60_000);

        var pdf = await page.Page.RunAndWaitForPopupAsync(() => page.Page.ClickAsync("a.pdf"));
        pdf.Url.ShouldMatch(@"/citations/[0-9a-f]{32}/pdf\?fin=\d+&sceau=[\w-]+#page=\d+$");

        // The browser's own viewer takes the page over.
        var viewer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pdf.FrameNavigated += (_, frame) => CompleteOn(frame, viewer);
        foreach (var frame in pdf.Frames)
            CompleteOn(frame, viewer);
        await viewer.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_whose_hours_are_over_says_so_in_both_languages_and_looks_right()
    {
        var page = await OpenAsync(TimeSpan.Zero);

        (await page.Page.InnerTextAsync("h1")).ShouldBe("Ce lien a expiré");
        await page.ShouldLookRightAsync("linked-expired", mayComplain: true);
        await page.Page.ClickAsync("nav.languages a[lang=en]");
        (await page.Page.InnerTextAsync("h1")).ShouldBe("This link has expired");
    }

    private static void CompleteOn(IFrame frame, TaskCompletionSource viewer)
    {
        if (frame.Url.StartsWith("chrome-extension://", StringComparison.Ordinal))
            viewer.TrySetResult();
    }

    private async Task<BrowserPage> OpenAsync(TimeSpan hours)
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        var address = await _host!.AddressAsync();
        var page = await _browser!.OpenAsync(address);
        await page.AskAsync(Question);
        var passage = PassageLink.OfAddress((await page.Page.Locator("article.turn a.mark").First.GetAttributeAsync("href"))!)!;

        // With the key that the host keeps, as the host itself seals the citations of an answer.
        var seal = new LinkSeal(new LinkKey(_folder.Path), Options.Create(new BotOptions()), TimeProvider.System);
        await page.Page.GotoAsync(seal.Put(PublicLinks.AddressOf(passage), TimeProvider.System.GetUtcNow() + hours));
        return page;
    }
}
