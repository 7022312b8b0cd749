using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TestKit;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>The chat page in a browser, over the samples, as an agent meets it.</summary>
public sealed class ChatPageTests(SampleHelpdesk helpdesk) : ChatTests(helpdesk)
{
    private const string Question = "Quel est le délai de carence de l'indemnité de gros temps ?";
    private const string Unanswerable = "Quelle est la couleur du logo de la caisse ?";

    [Fact]
    public async Task A_question_typed_is_answered_with_a_citation_that_opens_its_page()
    {
        var page = await OpenInAsync();
        (await page.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("question");

        await page.AskAsync(Question);

        var answer = page.Page.Locator("article.turn").Last;
        (await answer.InnerTextAsync()).ShouldContain("trois jours");
        (await answer.InnerTextAsync()).ShouldContain("exemple fictif");
        (await page.Page.InputValueAsync("#question")).ShouldBeEmpty();
        (await page.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("question");
        var mark = answer.Locator("a.mark").First;
        (await mark.InnerTextAsync()).ShouldBe("[1]");
        (await mark.GetAttributeAsync("href")).ShouldNotBeNull().ShouldMatch(@"^/passages/[0-9a-f]{32}\?mots=[0-9.,-]+&au=[0-9-]+$");
        var link = (await answer.Locator("a.pdf").First.GetAttributeAsync("href")).ShouldNotBeNull();
        link.ShouldMatch(@"^/revisions/[0-9a-f]{32}/pdf#page=\d+$");
        var pdf = await page.Page.APIRequest.GetAsync(link);
        pdf.Headers["content-type"].ShouldBe("application/pdf");
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_mouse_the_page_of_a_source_is_reached_and_opened()
    {
        var page = await OpenInAsync();
        await page.AskAsync(Question);
        await page.Page.Locator("article.turn a.pdf").First.FocusAsync();

        var opened = await page.Page.Context.RunAndWaitForPageAsync(() => page.Page.Keyboard.PressAsync("Enter"));

        opened.Url.ShouldContain("/pdf#page=");
        // The browser's own viewer takes the page over.
        var viewer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        opened.FrameNavigated += (_, frame) => CompleteOn(frame, viewer);
        foreach (var frame in opened.Frames)
            CompleteOn(frame, viewer);
        await viewer.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_without_an_answer_gets_a_form_of_its_own()
    {
        var page = await OpenInAsync();

        await page.AskAsync(Unanswerable);

        (await page.Page.Locator(".abstention h3").InnerTextAsync()).ShouldEndWith("Je n’ai pas trouvé la règle");
        (await page.Page.Locator(".answer").CountAsync()).ShouldBe(0);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Markup_in_a_question_stays_text()
    {
        var page = await OpenInAsync();

        await page.AskAsync("<img src=x onerror=alert(1)> carence ?");

        (await page.Page.Locator("article.turn img").CountAsync()).ShouldBe(0);
        (await page.Page.Locator(".asked").InnerTextAsync()).ShouldContain("<img src=x");
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stopped_host_is_said_and_what_was_typed_stays()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        using var folder = new TempFolder();
        await using var host = HelpdeskProcess.Start("Production", "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        var page = await Helpdesk.Browser.OpenAsync(await host.AddressAsync());
        await host.KillAsync();

        await page.Page.FillAsync("#question", Question);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForFunctionAsync("document.getElementById('status').textContent.includes('ne répond pas')");

        (await page.Page.InputValueAsync("#question")).ShouldBe(Question);
    }

    [Fact]
    public async Task Without_script_the_form_works_as_it_is()
    {
        var page = await OpenInAsync(script: false);

        await page.Page.FillAsync("#question", Question);
        await page.Page.ClickAsync("#send");

        (await page.Page.Locator("article.turn").InnerTextAsync()).ShouldContain("[1]");
    }

    [Theory]
    [InlineData(1280, 800, ColorScheme.Light)]
    [InlineData(1280, 800, ColorScheme.Dark)]
    [InlineData(360, 640, ColorScheme.Light)]
    [InlineData(360, 640, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_at_any_width_or_in_any_light(int width, int height, ColorScheme scheme)
    {
        var page = await OpenInAsync(width, height, scheme);
        await ShotAsync(page, $"empty-{width}-{scheme}");
        await page.AskAsync(Question);
        await ShotAsync(page, $"answer-{width}-{scheme}");
        await page.AskAsync(Unanswerable);
        await ShotAsync(page, $"abstention-{width}-{scheme}");

        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_readmes_picture_is_taken_here()
    {
        var page = await OpenInAsync();
        await page.AskAsync(Question);
        await page.Page.Locator("article.turn a.mark").First.ClickAsync();
        await page.Page.Locator("#panel .passage").WaitForAsync();
        await ShotAsync(page, "readme");

        // Delete the kept picture to renew it: pixels differ between fonts, so it is not compared.
        var kept = RepositoryRoot.Combine("docs", "images", "chat.png");
        if (!File.Exists(kept))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Copy(Shot("readme"), kept);
        }

        new FileInfo(kept).Length.ShouldBeLessThan(200_000);
    }

    private static void CompleteOn(IFrame frame, TaskCompletionSource viewer)
    {
        if (frame.Url.StartsWith("chrome-extension://", StringComparison.Ordinal))
            viewer.TrySetResult();
    }

    private static string Shot(string name) => RepositoryRoot.Combine("artifacts", "screenshots", $"chat-{name}.png".ToLowerInvariant());

    private static Task ShotAsync(BrowserPage page, string name) => page.Page.ScreenshotAsync(new() { Path = Shot(name) });

    private Task<BrowserPage> OpenInAsync(int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        return Helpdesk.Browser.OpenAsync(Helpdesk.Address, width, height, scheme, script);
    }
}
