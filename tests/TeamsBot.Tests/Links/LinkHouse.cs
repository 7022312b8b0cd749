using System.Net;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Tests.Passages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static AgentHelpdesk.Knowledge.Chunks.ChunkPartKind;

namespace AgentHelpdesk.TeamsBot.Tests.Links;

/// <summary>The host with a public address, and a reader elsewhere: another machine's host name, through a relay, without a cookie.</summary>
internal sealed class LinkHouse : IDisposable
{
    public const string PublicHost = "helpdesk.example.test";

    private readonly HttpClient _elsewhere = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public LinkHouse(params (string Key, string Value)[] settings) =>
        Host = new([("Bot:AllowAnonymous", "true"), ("Bot:PublicUrl", $"https://{PublicHost}"), ("Audience:Default", "caf"), .. settings]);

    public RunningHost Host { get; }

    public T Of<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public CatalogueRevision Publish(CatalogueRevision revision)
    {
        Host.Knowledge.Publish(revision, [
            SomeRevision.Chunk(revision, 0, "1. Montant", (Paragraph, 1, "Le montant est de 45 euros."), (Paragraph, 2, "Il est versé chaque mois.")),
            SomeRevision.Chunk(revision, 1, "2. Démarche", (Paragraph, 3, "La demande est faite en ligne.")),
        ]);
        return revision;
    }

    /// <summary>The link as a citation in Teams has it, without scheme and host.</summary>
    public string LinkTo(CatalogueRevision revision, bool isNear = false)
    {
        var url = Of<PublicLinks>().Of(SourceOf(revision, isNear)).ShouldNotBeNull();
        url.ShouldStartWith($"https://{PublicHost}/");
        return url[$"https://{PublicHost}".Length..];
    }

    /// <summary>The same link as it was made some hours ago.</summary>
    public string LinkMadeBefore(CatalogueRevision revision, TimeSpan ago)
    {
        var then = new LinkSeal(Of<LinkKey>(), Of<IOptions<BotOptions>>(), new FakeTimeProvider(TimeProvider.System.GetUtcNow() - ago));
        return new PublicLinks(Of<IOptions<BotOptions>>(), then).Of(SourceOf(revision, false))![$"https://{PublicHost}".Length..];
    }

    public static SourceView SourceOf(CatalogueRevision revision, bool isNear = false) => new()
    {
        Number = isNear ? 0 : 1,
        Title = revision.Description.Title,
        Sample = null,
        Path = [],
        Pages = "p. 1",
        Validity = "",
        Quote = "",
        Url = $"/revisions/{revision.Id}/pdf#page=1",
        PassageUrl = new PassageLink(revision.Id, [new(1, 0, 2)], AsOf.Day(new(2026, 11, 24)), isNear).Under("/passages"),
    };

    public async Task<(HttpResponseMessage Reply, string Text)> OpenAsync(string address, HttpMethod? method = null, string host = PublicHost, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Host.Client.BaseAddress!, address));
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var reply = await _elsewhere.SendAsync(request, TestContext.Current.CancellationToken);
        return (reply, WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace('\u202f', ' ').Replace('\u00a0', ' '));
    }

    public void Dispose()
    {
        _elsewhere.Dispose();
        Host.Dispose();
    }
}
