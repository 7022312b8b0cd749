using System.Diagnostics;
using AgentHelpdesk.ModelDoubles;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>While a model writes: what was found stands there, and the checked answer takes its place without moving whoever reads.</summary>
public sealed class ChatWritingTests(WritingHelpdesk helpdesk, ReadSamples samples) : IClassFixture<WritingHelpdesk>, IAsyncDisposable
{
    private const string Scroller = "(document.getElementById('main').scrollHeight > document.getElementById('main').clientHeight && getComputedStyle(document.getElementById('main')).overflowY === 'auto' ? document.getElementById('main') : document.scrollingElement)";

    public async ValueTask DisposeAsync()
    {
        if (!Browser.Exists)
            return;
        helpdesk.Model.Open();
        await helpdesk.Browser.CloseAllAsync();
    }

    [Fact]
    public async Task What_was_found_is_seen_before_the_answer_and_is_no_answer()
    {
        var chat = await OpenAsync();
        helpdesk.Model.Close();
        var since = Stopwatch.StartNew();
        await BeginAsync(chat.Page);

        // Told, not asserted: how busy the machine of a test is says nothing about the page.
        TestContext.Current.TestOutputHelper?.WriteLine($"Passages seen {since.ElapsedMilliseconds} ms after the question was sent.");
        await Expect(chat.Page.Locator(".found .passage-link")).ToHaveCountAsync(3);
        await chat.Page.SaysAsync("pas encore une réponse");
        (await chat.Page.Locator(".found .mark, .found .first-line, .found .copy").CountAsync()).ShouldBe(0);
        (await chat.Page.Turns().CountAsync()).ShouldBe(0);
        await chat.ShouldLookRightAsync("writing-found");
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public async Task The_answer_takes_its_place_without_moving_the_reader(int width, int height)
    {
        var chat = await OpenAsync(width, height);
        var page = chat.Page;
        await chat.AskAsync(ChatMoves.Other);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        helpdesk.Model.Close();
        await BeginAsync(page);
        var before = await PlaceAsync(page, ".pending");
        await page.TypeAsync("suite");

        helpdesk.Model.Open();
        await page.HasTurnsAsync(2);

        var after = await PlaceAsync(page, "article.turn:last-of-type");
        after.Scrolled.ShouldBe(before.Scrolled, 1);
        after.Top.ShouldBe(before.Top, 1);
        before.Top.ShouldBeLessThan(height / 3, "the question stands at the top, so that the answer has room below it");
        (await page.FocusedAsync()).ShouldBe("question");
        (await page.TypedAsync()).ShouldBe("suite");
        await Expect(page.Locator(".found")).ToHaveCountAsync(0);
        (await page.Locator("#read").TextContentAsync()).ShouldNotBeNull().Split(GatedModel.Rule[..30]).Length.ShouldBe(2, "read out once");
        chat.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_read_on_into_the_passages_stays_there_and_is_told_that_the_answer_is_above()
    {
        var chat = await OpenAsync(360, 640);
        var page = chat.Page;
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        helpdesk.Model.Close();
        await BeginAsync(page);
        await page.EvaluateAsync($"{Scroller}.scrollBy({{ top: 260, behavior: 'instant' }})");
        var before = await PlaceAsync(page, ".found");

        helpdesk.Model.Open();
        await page.HasTurnsAsync(1);
        await page.SaysAsync("au-dessus");

        (await PlaceAsync(page, ".found")).Top.ShouldBe(before.Top, 1);
        await chat.ShotAsync("writing-read-on-360");
        await page.Locator(".to-answer").ClickAsync();
        (await PlaceAsync(page, "article.turn")).Top.ShouldBeInRange(0, 60);
    }

    [Fact]
    public async Task A_passage_that_is_being_read_beside_stays_open_with_its_focus()
    {
        var chat = await OpenAsync();
        var page = chat.Page;
        helpdesk.Model.Close();
        await BeginAsync(page);
        await page.Locator(".found .passage-link").Nth(1).ClickAsync();
        await page.Locator("#panel .passage").WaitForAsync();
        var read = await page.Locator("#panel").InnerTextAsync();

        helpdesk.Model.Open();
        await page.HasTurnsAsync(1);

        (await page.Locator("#panel").InnerTextAsync()).ShouldBe(read);
        (await page.FocusedAsync()).ShouldBe("panel");
        await chat.ShouldLookRightAsync("writing-passage-open");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Stopped_while_it_writes_nothing_stays_and_the_question_comes_back()
    {
        var chat = await OpenAsync();
        helpdesk.Model.Close();
        await BeginAsync(chat.Page);

        await chat.Page.Keyboard.PressAsync("Escape");

        await chat.Page.SaysAsync("Arrêté");
        (await chat.Page.TypedAsync()).ShouldBe(ChatMoves.Question);
        await Expect(chat.Page.Locator(".found")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_answer_says_who_wrote_it_what_was_left_out_and_what_stays_open()
    {
        var chat = await OpenAsync();
        var page = chat.Page;
        await chat.AskAsync(ChatMoves.Question);

        var turn = page.Turns().First;
        await Expect(turn.Locator(".facts")).ToContainTextAsync("rédigé par un modèle, chaque phrase vérifiée");
        await Expect(turn.Locator(".first-line")).ToContainTextAsync("trois jours");
        await Expect(turn.Locator(".dropped")).ToContainTextAsync("1 phrase retirée");
        await Expect(turn.Locator(".missing")).ToContainTextAsync("épisodes déjà indemnisés");
        (await turn.InnerTextAsync()).ShouldNotContain("L'aide est alors");
        (await turn.Locator("button.copy").GetAttributeAsync("data-note")).ShouldNotBeNull().ShouldNotContain("1 200");
        await chat.ShouldLookRightAsync("writing-answer");

        await turn.Locator(".follow-up").ClickAsync();
        await page.HasTurnsAsync(2);
        await Expect(page.Turns().Nth(1).Locator(".asked")).ToContainTextAsync("supplément pour enfant");
    }

    [Fact]
    public async Task A_model_that_does_not_answer_is_said_and_the_passages_own_words_stand_in()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        var gone = await ModelServerDouble.StartAsync(_ => "");
        var endpoint = gone.Endpoint;
        await gone.DisposeAsync();
        await using var host = await ModelHelpdesk.StartAsync(samples, endpoint);
        var chat = await helpdesk.Browser.OpenAsync(host.Address);

        await chat.AskAsync(ChatMoves.Question);

        await Expect(chat.Page.Turns().First.Locator(".facts")).ToContainTextAsync("le modèle ne répond pas");
        await Expect(chat.Page.Turns().First.Locator(".first-line")).ToContainTextAsync("trois jours");
        await chat.ShotAsync("writing-fallback");
    }

    private Task<BrowserPage> OpenAsync(int width = 1280, int height = 800)
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        return helpdesk.Browser.OpenAsync(helpdesk.Address, width, height);
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.FillAsync("#question", ChatMoves.Question);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".found").WaitForAsync();
    }

    private static async Task<(double Scrolled, double Top)> PlaceAsync(IPage page, string selector)
    {
        var place = await page.EvaluateAsync<double[]>($"selector => [{Scroller}.scrollTop, document.querySelector(selector).getBoundingClientRect().top]", selector);
        return (place[0], place[1]);
    }
}
