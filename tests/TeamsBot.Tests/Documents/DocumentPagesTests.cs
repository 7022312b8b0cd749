using System.Net;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Documents;

/// <summary>The list and the page of a document over documents in memory: hostile ones among them.</summary>
public sealed class DocumentPagesTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&#x202e;";

    private readonly RunningHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        var html = WebUtility.HtmlDecode(await _host.Client.GetStringAsync("/documents", Token));

        html.ShouldContain("Aucun document n’est encore publié.");
        html.ShouldNotContain("<table class=\"document-table\"");
    }

    [Fact]
    public async Task Hostile_titles_kinds_and_searches_stay_text()
    {
        _host.Knowledge.Publish([new DocumentBuilder(Hostile).OfKind(Hostile).Chunk(Hostile, Hostile).Build()]);

        var list = await _host.Client.GetStringAsync($"/documents?q={Uri.EscapeDataString("<script>")}&genre={Uri.EscapeDataString(Hostile)}", Token);
        var sheet = await _host.Client.GetStringAsync($"/document?id={Uri.EscapeDataString(Hostile)}", Token);

        foreach (var html in new[] { list, sheet })
        {
            html.ShouldNotContain("<script>");
            html.ShouldNotContain("<img src=x");
            WebUtility.HtmlDecode(html).ShouldContain("<script>alert(1)</script>");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("inconnu")]
    [InlineData("../../etc/passwd")]
    [InlineData("a\nb")]
    [InlineData("<b>x</b>")]
    public async Task An_identity_that_no_document_has_is_said_in_one_sentence(string id)
    {
        using var response = await _host.Client.GetAsync($"/document?id={Uri.EscapeDataString(id)}", Token);
        var html = await response.Content.ReadAsStringAsync(Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(html).ShouldContain("Il n’y a pas de document de ce nom.");
        html.ShouldNotContain("<b>x</b>");
    }

    [Fact]
    public async Task Only_our_own_pages_may_show_a_pdf_inside_themselves()
    {
        var document = new DocumentBuilder("Circulaire").Chunk("Le montant est de 45 euros.").Build();
        _host.Knowledge.Publish([document]);

        using var sheet = await _host.Client.GetAsync("/document?id=Circulaire", Token);
        using var list = await _host.Client.GetAsync("/documents", Token);
        using var pdf = await _host.Client.GetAsync($"/revisions/{document.Revision.Id}/pdf", Token);

        PolicyOf(sheet).ShouldContain("frame-src 'self'; frame-ancestors 'none'");
        PolicyOf(list).ShouldNotContain("frame-src");
        PolicyOf(pdf).ShouldEndWith("frame-ancestors 'self'");
        pdf.Headers.GetValues("X-Frame-Options").Single().ShouldBe("SAMEORIGIN");
        sheet.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
    }

    [Theory]
    [InlineData("/uploads")]
    [InlineData("/uploads/check")]
    [InlineData("/uploads/publish")]
    [InlineData("/uploads/discard")]
    [InlineData("/uploads/try")]
    [InlineData("/document/retire")]
    [InlineData("/document/restore")]
    [InlineData("/document/correct")]
    [InlineData("/document/try")]
    public async Task Another_sites_page_changes_nothing(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Origin", "https://example.org");

        using var response = await _host.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/uploads/check")]
    [InlineData("/document/retire")]
    [InlineData("/document/try")]
    public async Task What_is_no_form_is_turned_away(string address)
    {
        using var response = await _host.Client.PostAsync(address, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Token);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static string PolicyOf(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
}
