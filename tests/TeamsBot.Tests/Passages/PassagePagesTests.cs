using System.Net;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Catalogue;
using static AgentHelpdesk.Knowledge.Chunks.ChunkPartKind;

namespace AgentHelpdesk.TeamsBot.Tests.Passages;

public sealed partial class PassagePagesTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href=\"javascript:alert(3)\">\u202e";

    private readonly RunningHost _host = new(("Audience:Default", "caf"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_passage_is_a_page_of_its_own_and_the_same_part_beside_an_answer()
    {
        var revision = Publish(SomeRevision.Of("Circulaire d'exemple"));

        var page = await GetAsync($"/passages/{revision.Id}?mots=1.0-1&au=2026-11-24");
        var part = await GetAsync($"/passages/{revision.Id}?mots=1.0-1&au=2026-11-24", fragment: true);

        page.Html.ShouldStartWith("<!DOCTYPE html>");
        page.Html.ShouldContain("<h1 id=\"passage-title\"");
        part.Html.ShouldStartWith("<section class=\"passage\"");
        part.Html.ShouldContain("<h2 id=\"passage-title\"");
        foreach (var (status, html) in new[] { page, part })
        {
            status.ShouldBe(HttpStatusCode.OK);
            Text(html).ShouldContain("cité : Le montant");
            Text(html).ShouldContain("Il est versé chaque mois.");
            Text(html).ShouldContain("1. Montant");
            Text(html).ShouldContain("en vigueur au 24/11/2026 (depuis le 01/03/2025)");
            Text(html).ShouldContain("exemple fictif");
            html.ShouldContain($"href=\"/revisions/{revision.Id}/pdf#page=1\"");
            html.ShouldNotContain(" style=");
        }
    }

    [Fact]
    public async Task A_near_passage_has_no_mark_and_says_that_it_does_not_answer()
    {
        var revision = Publish(SomeRevision.Of());

        var (_, html) = await GetAsync($"/passages/{revision.Id}?mots=1.0-9&au=2026&proche=1", fragment: true);

        html.ShouldNotContain("<mark");
        Text(html).ShouldContain("ne répond pas");
    }

    [Fact]
    public async Task A_replaced_revision_leads_to_the_same_section_of_the_one_in_force()
    {
        var old = Publish(SomeRevision.Of("Circulaire 2019", new(2019, 1, 1), new DateOnly(2025, 2, 28)));
        var now = Publish(SomeRevision.Of());

        var (_, html) = await GetAsync($"/passages/{old.Id}?mots=1.0-1&au=2026-11-24", fragment: true);

        Text(html).ShouldContain("Remplacé depuis le 01/03/2025 par « Circulaire 2025-03 »");
        html.ShouldContain($"href=\"/passages/{now.Id}?mots=");
        (await GetAsync(WebUtility.HtmlDecode(NowLink().Match(html).Groups[1].Value), fragment: true)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_section_joined_with_others_is_found_by_its_heading_and_a_lost_one_leads_to_the_pdf()
    {
        var old = SomeRevision.Of("Circulaire 2019", new(2019, 1, 1), new DateOnly(2025, 2, 28));
        _host.Knowledge.Publish(old, [SomeRevision.Chunk(old, 0, "", (Heading, 0, "1. Montant"), (Paragraph, 1, "Le montant est de 40 euros."), (Heading, 2, "9. Divers"), (Paragraph, 3, "Le reste."))]);
        var now = Publish(SomeRevision.Of());

        (await GetAsync($"/passages/{old.Id}?mots=1.2-4&au=2020", fragment: true)).Html.ShouldContain($"href=\"/passages/{now.Id}?mots=1.0-");
        (await GetAsync($"/passages/{old.Id}?mots=1.10-11&au=2020", fragment: true)).Html.ShouldContain($"href=\"/revisions/{now.Id}/pdf#page=1\"");
    }

    [Fact]
    public async Task A_revision_of_another_audience_is_not_there_and_does_not_say_so()
    {
        var hidden = Publish(SomeRevision.Of("Note interne", audience: "cpam"));
        var shown = Publish(SomeRevision.Of("Note", new(2026, 1, 1), null, "caf"));

        (await GetAsync($"/passages/{hidden.Id}?mots=1.0-1&au=2026-11-24")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync($"/passages/{hidden.Id}?mots=1.0-1&au=2026-11-24")).Html.ShouldBe("Ce passage n’existe pas, ou son document a été effacé.");
        (await GetAsync($"/passages/{shown.Id}?mots=1.0-1&au=2026-11-24")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_old_revision_does_not_name_a_new_one_that_the_caller_may_not_read()
    {
        var old = Publish(SomeRevision.Of("Circulaire 2019", new(2019, 1, 1), new DateOnly(2025, 2, 28)));
        Publish(SomeRevision.Of("Note secrète", audience: "cpam"));

        (await GetAsync($"/passages/{old.Id}?mots=1.0-1&au=2020")).Html.ShouldNotContain("secrète");
    }

    [Theory]
    [InlineData("?mots=9.0-1&au=2026", HttpStatusCode.NotFound)]
    [InlineData("?mots=1.900-950&au=2026", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?mots=1.0-1&au=hier", HttpStatusCode.BadRequest)]
    [InlineData("?mots=%3Cscript%3E", HttpStatusCode.BadRequest)]
    [InlineData("?mots=1.5-2", HttpStatusCode.BadRequest)]
    public async Task Words_that_are_not_there_are_said_not_to_be(string query, HttpStatusCode expected)
    {
        var revision = Publish(SomeRevision.Of());

        var (status, text) = await GetAsync($"/passages/{revision.Id}{query}");

        status.ShouldBe(expected);
        text.ShouldNotContain("<");
    }

    [Fact]
    public async Task An_unknown_revision_is_not_found() =>
        (await GetAsync("/passages/0123456789abcdef0123456789abcdef?mots=1.0-1")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Hostile_titles_headings_and_words_stay_text()
    {
        var revision = SomeRevision.Of(Hostile);
        _host.Knowledge.Publish(revision, [SomeRevision.Chunk(revision, 0, Hostile, (Heading, 0, Hostile), (Paragraph, 1, Hostile), (TableHeader, 2, Hostile), (TableRow, 2, Hostile), (ListItem, 3, Hostile), (Note, 4, new string('x', 10_000)))]);

        foreach (var fragment in new[] { true, false })
        {
            var (status, html) = await GetAsync($"/passages/{revision.Id}?mots=1.0-400&au=2026", fragment);

            status.ShouldBe(HttpStatusCode.OK);
            html.ShouldNotContain("<script>alert");
            html.ShouldNotContain("<img src=x");
            html.ShouldNotContain("href=\"javascript");
            html.ShouldNotContain("\u202e");
            WebUtility.HtmlDecode(html).ShouldNotContain("\u202e");
            html.ShouldContain("&lt;script&gt;");
        }
    }

    private CatalogueRevision Publish(CatalogueRevision revision)
    {
        _host.Knowledge.Publish(revision, [
            SomeRevision.Chunk(revision, 0, "1. Montant", (Paragraph, 1, "Le montant est de 45 euros."), (Paragraph, 2, "Il est versé chaque mois.")),
            SomeRevision.Chunk(revision, 1, "2. Démarche", (Paragraph, 3, "La demande est faite en ligne.")),
        ]);
        return revision;
    }

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(string address, bool fragment = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (fragment)
            request.Headers.Add("X-Fragment", "1");
        using var response = await _host.Client.SendAsync(request, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private static string Text(string html) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "")).Replace('\u202f', ' ').Replace('\u00a0', ' '), @"\s+", " ");

    [GeneratedRegex("class=\"now\" href=\"([^\"]+)\"")]
    private static partial Regex NowLink();
}
