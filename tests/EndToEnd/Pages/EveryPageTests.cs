namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>What holds for every page there is: light, reachable by keyboard, readable enlarged and in the person's own colours, in both languages.</summary>
public sealed class EveryPageTests(SampleHelpdesk helpdesk) : IClassFixture<SampleHelpdesk>, IAsyncDisposable
{
    private const string Question = "Quel est le délai de carence de l'indemnité de gros temps ?";

    private const double HeaviestPage = 150_000;

    public static TheoryData<string> Pages => ["chat", "answer", "documents", "document", "passage"];

    public ValueTask DisposeAsync() => Browser.Exists ? new(helpdesk.Browser.CloseAllAsync()) : default;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_light(string name)
    {
        var page = await OpenAsync(name);

        (await page.WeighAsync()).ShouldBeInRange(1_000, HeaviestPage);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_keyboard_reaches_all_and_shows_where_it_is(string name)
    {
        foreach (var (width, height) in new[] { (1280, 800), (360, 640) })
        {
            var page = await OpenAsync(name, width, height);
            await page.ShouldShowFocusAsync($"{name} at {width}");
            page.Complaints.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_read_enlarged(string name)
    {
        var page = await OpenAsync(name);

        await page.ShouldBeReadableEnlargedAsync(name);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_holds_in_forced_colours(string name)
    {
        var page = await OpenAsync(name);

        await page.ShouldHoldInForcedColoursAsync(name);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task In_english_a_page_is_as_right_as_in_french(string name)
    {
        var page = await OpenAsync(name, language: "en");

        (await page.Page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        await page.ShouldLookRightAsync($"{name}-english");
    }

    private async Task<BrowserPage> OpenAsync(string name, int width = 1280, int height = 800, string language = "fr")
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        var path = name.StartsWith("document", StringComparison.Ordinal) ? "/documents" : "/";
        var page = await helpdesk.Browser.OpenAsync(helpdesk.Address, width, height, path: $"{path}?langue={language}");
        if (name is "answer" or "passage")
            await page.AskAsync(Question);
        if (name is "document")
            await page.Page.GotoAsync(await AddressOfAsync(page, "a[href*='/document?id=']"));
        if (name is "passage")
            await page.Page.GotoAsync(await AddressOfAsync(page, "article.turn a.mark"));
        return page;
    }

    private static async Task<string> AddressOfAsync(BrowserPage page, string link) =>
        (await page.Page.Locator(link).First.GetAttributeAsync("href")).ShouldNotBeNull();
}
