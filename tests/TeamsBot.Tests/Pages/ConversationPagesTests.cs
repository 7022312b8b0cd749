using System.Net;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Pages;

public sealed class ConversationPagesTests : IDisposable
{
    private const string Conversation = "0123456789abcdef0123456789abcdef";
    private const string Other = "fedcba9876543210fedcba9876543210";

    private readonly RunningHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_was_asked_is_shown_again_in_its_own_conversation_alone()
    {
        await AskAsync(Conversation, "Quelle est la couleur du logo ?");

        (await ReadAsync(Conversation)).ShouldContain("couleur du logo");
        (await ReadAsync(Other)).ShouldNotContain("article");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_conversation_nobody_could_have_is_empty(string id) =>
        (await ReadAsync(Uri.EscapeDataString(id))).Trim().ShouldBe("<div class=\"turns\"></div>");

    [Fact]
    public async Task A_forgotten_conversation_is_empty_and_the_page_opens_anew()
    {
        await AskAsync(Conversation, "Quelle est la couleur du logo ?");

        using var forgotten = await PostAsync("/conversation/forget", script: true, ("conversation", Conversation));

        forgotten.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ReadAsync(Conversation)).ShouldNotContain("article");
        using var again = await PostAsync("/conversation/forget", script: false, ("conversation", Conversation));
        again.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task Without_script_the_turns_before_come_with_the_page_and_what_failed_stays_in_the_field()
    {
        await AskAsync(Conversation, "Quelle est la couleur du logo ?");

        using var page = await PostAsync("/", script: false, ("conversation", Conversation), ("question", "montant ?"), ("date", "demain"));
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Token));

        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("couleur du logo");
        html.ShouldContain("« demain » n’est pas une date".Replace("« ", "«\u202f", StringComparison.Ordinal).Replace(" »", "\u202f»", StringComparison.Ordinal));
        html.ShouldContain(">montant ?</textarea>");
        html.ShouldContain($"name=\"conversation\" value=\"{Conversation}\"");
    }

    [Fact]
    public async Task An_abstention_is_reported_and_what_is_unknown_is_not()
    {
        var html = await AskAsync(Conversation, "Quelle est la couleur du logo ?");
        var turn = System.Text.RegularExpressions.Regex.Match(html, "data-turn=\"([0-9a-f]{32})\"").Groups[1].Value;

        using var reported = await PostAsync("/reports", script: true, ("conversation", Conversation), ("turn", turn));
        using var foreign = await PostAsync("/reports", script: true, ("conversation", Other), ("turn", turn));
        using var plain = await PostAsync("/reports", script: false, ("conversation", Conversation), ("turn", turn));

        (await reported.Content.ReadAsStringAsync(Token)).ShouldStartWith("Signalé");
        reported.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await plain.Content.ReadAsStringAsync(Token)).ShouldContain("<textarea");
    }

    [Fact]
    public async Task Before_the_first_question_hostile_titles_stay_text_and_only_the_first_ones_are_listed()
    {
        const string Hostile = "<img src=x onerror=alert(1)>\"'";
        _host.Knowledge.Publish([.. Enumerable.Range(0, 9).Select(i => new DocumentBuilder($"{Hostile} {i}").Chunk("Le montant est de 45 euros.", "Montant").Build())]);

        var html = await _host.Client.GetStringAsync("/", Token);

        html.ShouldNotContain("<img src=x");
        html.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        html.ShouldContain("et 3 autres");
    }

    [Fact]
    public async Task Suggestions_and_uploads_nobody_knows_come_as_plain_lists()
    {
        (await _host.Client.GetStringAsync("/suggestions", Token)).ShouldContain("<ul class=\"suggestions\">");
        WebUtility.HtmlDecode(await _host.Client.GetStringAsync($"/handed-in?id={Conversation}&id=..%2f..&id=%3Cb%3E", Token)).ShouldContain("n’est plus là");
        (await _host.Client.GetStringAsync("/handed-in?id=%3Cb%3E", Token)).ShouldNotContain("<li");
    }

    private async Task<string> AskAsync(string conversation, string question)
    {
        using var reply = await PostAsync("/ask", script: true, ("conversation", conversation), ("question", question), ("date", ""));
        return await reply.Content.ReadAsStringAsync(Token);
    }

    private async Task<string> ReadAsync(string conversation) =>
        WebUtility.HtmlDecode(await _host.Client.GetStringAsync($"/conversation?id={conversation}", Token));

    private async Task<HttpResponseMessage> PostAsync(string address, bool script, params (string Key, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))),
        };
        if (script)
            request.Headers.Add("X-Fragment", "1");
        return await _host.Client.SendAsync(request, Token);
    }
}
