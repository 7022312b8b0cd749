using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Pages;

public sealed class ChatPagesTests : IDisposable
{
    private readonly RunningHost _host = new(("Web:MaxQuestionLength", "100"), ("Web:MaxRequestKilobytes", "8"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_page_runs_nothing_but_its_own_files_and_is_not_kept()
    {
        using var response = await _host.Client.GetAsync("/", Token);
        var html = await response.Content.ReadAsStringAsync(Token);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.Contains("Server").ShouldBeFalse();
        html.ShouldNotContain("<style");
        html.ShouldNotContain(" style=");
        html.ShouldNotContain("://", Case.Sensitive, "The page asks nothing of another host.");
    }

    [Fact]
    public async Task What_the_page_refers_to_is_served_and_may_be_kept()
    {
        var html = await _host.Client.GetStringAsync("/", Token);
        var assets = Regex.Matches(html, "\"(/assets/[^\"]+)\"").Select(match => match.Groups[1].Value).Distinct().ToList();

        assets.Count.ShouldBe(5);
        foreach (var asset in assets)
        {
            using var response = await _host.Client.GetAsync(asset, Token);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, asset);
            response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }
    }

    [Fact]
    public async Task The_page_speaks_the_language_chosen_on_it_from_then_on()
    {
        (await _host.Client.GetStringAsync("/", Token)).ShouldContain("<html lang=\"fr\">");
        (await _host.Client.GetStringAsync("/?langue=en", Token)).ShouldContain("<html lang=\"en\">");
        (await _host.Client.GetStringAsync("/", Token)).ShouldContain("<html lang=\"en\">");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ask")]
    public async Task A_question_is_answered_with_its_source(string address)
    {
        _host.Knowledge.Publish([OnPages(Allowance())]);

        using var response = await _host.Client.PostAsync(address, Form("Quel est le montant de l'allocation de tempête ?"), Token);
        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        html.ShouldContain("45 euros");
        html.ShouldContain("[1]");
        html.ShouldContain("/pdf#page=1");
    }

    [Fact]
    public async Task A_question_nobody_wrote_about_is_declined()
    {
        _host.Knowledge.Publish([OnPages(Allowance())]);

        using var response = await _host.AskAsync("Quelle est la couleur du logo ?");

        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("class=\"abstention\"");
    }

    [Theory]
    [InlineData("", "", "Écrivez d’abord une question.")]
    [InlineData("   ", "", "Écrivez d’abord une question.")]
    [InlineData("montant ?", "demain", "« demain » n’est pas une date")]
    public async Task An_unclear_form_is_told_what_to_change(string question, string date, string expected)
    {
        using var response = await _host.AskAsync(question, date);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TextAsync(response)).ShouldContain(expected);
    }

    [Fact]
    public async Task A_question_over_the_limit_is_told_the_limit()
    {
        using var response = await _host.AskAsync(new string('x', 101));

        (await TextAsync(response)).ShouldContain("101 caractères ; la limite est de 100");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_in_one_sentence()
    {
        using var response = await _host.AskAsync(new string('x', 10_000));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await TextAsync(response)).ShouldContain("la limite est de 8 Ko");
    }

    [Fact]
    public async Task A_question_over_the_rate_is_turned_away_and_told_when_to_come_back()
    {
        using var host = new RunningHost(("Web:QuestionsPerMinute", "1"));
        using var first = await host.AskAsync("Quel est le montant ?");

        using var second = await host.AskAsync("Quel est le montant ?");

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter.ShouldNotBeNull();
        (await TextAsync(second)).ShouldContain("Trop de questions");
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_given_up_and_said()
    {
        using var host = new RunningHost(("Web:TurnSeconds", "1"));
        host.Knowledge.Publish([OnPages(Allowance())]);
        host.Knowledge.Delay = TimeSpan.FromSeconds(20);

        using var response = await host.AskAsync("Quel est le montant de l'allocation de tempête ?");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await TextAsync(response)).ShouldContain("n’a pas abouti en 1 secondes");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_fails_the_turn_with_a_reference_and_no_cause()
    {
        _host.Knowledge.IsUnavailable = true;

        using var response = await _host.AskAsync("Quel est le montant ?");
        var text = await TextAsync(response);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        text.ShouldMatch("donnez la référence [0-9a-f]{8} à l’exploitant");
        text.ShouldNotContain("memory");
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_carried_out()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = Form("Quel montant ?") };
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await _host.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/revisions/00000000000000000000000000000000/pdf")]
    public async Task Through_a_relay_or_under_a_foreign_name_nothing_is_shown(string address)
    {
        using var relayed = new HttpRequestMessage(HttpMethod.Get, address);
        relayed.Headers.Add("X-Forwarded-For", "127.0.0.1");
        using var renamed = new HttpRequestMessage(HttpMethod.Get, address);
        renamed.Headers.Host = "rebound.example";

        using var first = await _host.Client.SendAsync(relayed, Token);
        using var second = await _host.Client.SendAsync(renamed, Token);

        first.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        second.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [Fact]
    public async Task Probes_are_answered_under_any_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = "helpdesk.internal";

        using var alive = await _host.Client.SendAsync(request, Token);

        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _host.Client.GetStringAsync("/readyz", Token)).ShouldBe("ready");
    }

    [Fact]
    public async Task A_revision_is_sent_as_a_pdf_to_be_read_in_place_and_in_parts()
    {
        var (revision, chunks) = Allowance().Build();
        _host.Knowledge.Publish([(revision with { Description = revision.Description with { FileName = "a\"\r\nX: <b>é.pdf" } }, chunks)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/revisions/{revision.Id}/pdf");
        request.Headers.Range = new RangeHeaderValue(0, 3);

        using var response = await _host.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("%PDF");
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("a___X_ _b_é.pdf");
        response.Headers.Contains("X").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/revisions/0123456789abcdef0123456789abcdef/pdf")]
    [InlineData("/revisions/..%2f..%2fetc%2fpasswd/pdf")]
    [InlineData("/revisions/%3Cscript%3E/pdf")]
    [InlineData("/la-bas.html")]
    public async Task What_is_not_known_is_not_found_in_one_sentence(string address)
    {
        using var response = await _host.Client.GetAsync(address, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("Il n’y a rien à cette adresse.");
    }

    // Citations point to words of a page: each word of the text stands on it.
    private static (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks) OnPages(DocumentBuilder document)
    {
        var (revision, chunks) = document.Build();
        return (revision, [.. chunks.Select(chunk => chunk with
        {
            Words = [.. Regex.Matches(chunk.Text, @"\S+").Select((word, i) => new WordSpan(word.Index, word.Length, chunk.Locator.FirstPage, i))],
        })]);
    }

    private static DocumentBuilder Allowance() => new DocumentBuilder("Circulaire sur l'allocation de tempête").InForce(new(2026, 1, 1), null)
        .Chunk("Le montant de l'allocation de tempête est de 45 euros par jour.", "Montant de l'allocation de tempête");

    private static FormUrlEncodedContent Form(string question) => new([new("question", question), new("date", "")]);

    // The narrow space before French punctuation is no matter here.
    private static async Task<string> TextAsync(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token)).Replace('\u202f', ' ').Replace('\u00a0', ' ');
}
