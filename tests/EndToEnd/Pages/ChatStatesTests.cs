namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>Every state of the chat page, seen in every size and light; the pictures are kept to be looked at.</summary>
public sealed class ChatStatesTests(SampleHelpdesk helpdesk) : IClassFixture<SampleHelpdesk>, IAsyncDisposable
{
    public static TheoryData<string, string, string> Answers => new()
    {
        { "list", "conditions allocation de morte-saison", ".answer .claim" },
        { "table", "séjour de repos participation couple tranche C", ".answer table" },
        { "amount", "montant SEC en mars 2025 ?", ".answer .first-line" },
        { "exceptions", "pension de rivage suspendue reprise activité", ".answer .first-line" },
        { "person", "Mme Le Goff, 55 ans, veuve après 3 ans de mariage, a-t-elle droit à la réversion ?", ".answer .banner" },
        { "nothing-found", "zzqxv brrtk", ".abstention" },
        { "evidence-too-weak", "comment renouveler un passeport", ".abstention .near" },
        { "reference-not-found", "que dit l'article L. 599-9 ?", ".abstention" },
        { "nothing-in-force", "montant IGT en 2015", ".abstention" },
        { "out-of-scope", "bonjour, ça va ?", ".abstention" },
        { "unclear", "carence le 31/02/2025 ?", "article.turn" },
    };

    public ValueTask DisposeAsync() => Browser.Exists ? new(helpdesk.Browser.CloseAllAsync()) : default;

    [Fact]
    public async Task Empty()
    {
        var page = await OpenAsync();

        await page.ShouldLookRightAsync("chat-empty");
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Asked(string name, string question, string shows)
    {
        var page = await OpenAsync();

        await page.AskAsync(question);

        (await page.Page.Locator(shows).CountAsync()).ShouldBeGreaterThan(0, await page.Page.Locator("article.turn").InnerTextAsync());
        await page.ShouldLookRightAsync($"chat-{name}");
    }

    [Fact]
    public async Task Working()
    {
        var page = await OpenAsync();
        using var gate = new SemaphoreSlim(0);
        await page.Page.RouteAsync("**/ask", async route =>
        {
            await gate.WaitAsync();
            await route.ContinueAsync();
        });
        await page.Page.FillAsync("#question", "conditions AMS");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator(".pending").WaitForAsync();

        await page.ShouldLookRightAsync("chat-working");

        gate.Release();
        await page.Page.Locator("article.turn").WaitForAsync();
    }

    [Fact]
    public async Task Offline()
    {
        var page = await OpenAsync();
        await page.Page.RouteAsync("**/ask", route => route.AbortAsync());
        await page.Page.FillAsync("#question", "conditions AMS");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForFunctionAsync("() => document.body.innerText.includes('ne répond pas')");

        (await page.Page.InputValueAsync("#question")).ShouldBe("conditions AMS");
        await page.ShouldLookRightAsync("chat-offline", mayComplain: true);
    }

    [Fact]
    public async Task Failed()
    {
        var page = await OpenAsync();
        await page.Page.RouteAsync("**/ask", route => route.FulfillAsync(new()
        {
            Status = 500,
            ContentType = "text/html; charset=utf-8",
            Body = "<article class=\"turn\" lang=\"fr\"><h2 class=\"asked\">conditions AMS</h2><p class=\"failed\">La question n’a pas pu être traitée (référence 00000000). Réessayez.</p></article>",
        }));
        await page.AskAsync("conditions AMS");

        (await page.Page.InputValueAsync("#question")).ShouldBe("conditions AMS");
        await page.ShouldLookRightAsync("chat-failed", mayComplain: true);
    }

    [Fact]
    public async Task Followed_up_and_date_changed()
    {
        var page = await OpenAsync();
        await page.AskAsync("Quel est le montant du supplément pour enfant à charge ?");
        await page.AskAsync("et en mars 2025 ?");
        await page.ShouldLookRightAsync("chat-follow-up");

        var turn = page.Page.Locator("article.turn").First;
        await turn.Locator(".redate input[name=date]").FillAsync("03/2025");
        await turn.Locator(".redate input[name=date]").PressAsync("Enter");
        await page.Page.Locator("mark.changed").First.WaitForAsync();
        await page.ShouldLookRightAsync("chat-date-changed");
    }

    [Fact]
    public async Task Reported()
    {
        var page = await OpenAsync();
        await page.AskAsync("comment renouveler un passeport");
        await page.Page.Locator("form.report button").ClickAsync();
        await page.Page.WaitForFunctionAsync("() => !document.querySelector('form.report button:enabled')");

        await page.ShouldLookRightAsync("chat-reported");
    }

    [Theory]
    [InlineData("in-force", "Quel est le délai de carence de l'indemnité de gros temps ?")]
    [InlineData("replaced", "Quel est le délai de carence de l'indemnité de gros temps en juin 2022 ?")]
    [InlineData("table", "séjour de repos participation couple tranche C")]
    public async Task Passage_beside_its_answer(string name, string question)
    {
        var page = await OpenAsync();
        await page.AskAsync(question);
        await page.Page.Locator("article.turn a.mark").First.ClickAsync();
        await page.Page.Locator("#panel .passage").WaitForAsync();

        (await page.Page.Locator("#panel mark").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Page.Locator("article.turn .first-line").IsVisibleAsync()).ShouldBeTrue();
        await page.ShouldLookRightAsync($"chat-passage-{name}");
    }

    private Task<BrowserPage> OpenAsync()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        return helpdesk.Browser.OpenAsync(helpdesk.Address);
    }
}
