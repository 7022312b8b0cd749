using System.Net;
using System.Text;
using AgentHelpdesk.TeamsBot.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests.Security;

/// <summary>What holds for every route there is, also for one added tomorrow: the list is the running host's own.</summary>
public sealed class EveryRouteTests : IDisposable
{
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    // In a channel and with a public address, so that no route is missing.
    private readonly RunningHost _host = new(("Web:QuestionsPerMinute", "100000"), ("Bot:AllowAnonymous", "true"), ("Bot:PublicUrl", "https://helpdesk.example.test"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Whatever_changes_something_refuses_a_request_that_does_not_come_from_its_own_page()
    {
        (string Name, string Value)[][] forged =
        [
            [],
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site")],
            [("Sec-Fetch-Site", "none")],
            [("Sec-Fetch-Site", "same-origin"), ("Origin", "https://evil.example")],
            [("Sec-Fetch-Site", "cross-site"), ("Origin", Own)],
            [("X-Fragment", "1"), ("X-HTTP-Method-Override", "GET")],
        ];
        var routes = Routes(Changing).Except(ChannelRoutes()).ToList();
        routes.ShouldNotBeEmpty();

        foreach (var (method, path) in routes)
        {
            foreach (var headers in forged)
            {
                var how = $"{method} {path} with {string.Join(", ", headers)}";
                using var reply = await SendAsync(method, path, headers);
                reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden, how);
            }

            using var own = await SendAsync(method, path, ("Sec-Fetch-Site", "same-origin"), ("Origin", Own));
            own.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, $"{method} {path} from its own page");
        }
    }

    [Fact]
    public async Task The_channel_alone_is_heard_from_elsewhere_since_it_proves_itself_by_its_token()
    {
        ChannelRoutes().ShouldBe([("POST", "/api/messages")]);
        using var withTokens = new RunningHost(("Bot:AppId", "5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11"), ("Bot:TenantId", "0c4f1c3e-3f0c-4f6e-8f6b-2d8a6f0b7a22"), ("Bot:Secret", "x"));
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("""{"type":"message","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/"}""", Encoding.UTF8, "application/json") };

        using var reply = await withTokens.Client.SendAsync(forged, Token);

        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Only_probes_are_answered_under_a_name_that_is_not_this_machines()
    {
        string[] probes = ["/healthz", "/readyz"];
        foreach (var (method, path) in Routes(["GET", "HEAD", .. Changing]).Where(route => !probes.Contains(route.Path)))
        {
            (string Name, string Value)[][] strangers =
            [
                [("Host", "rebound.example")],
                [("Host", "localhost.rebound.example")],
                [("X-Forwarded-For", "203.0.113.7")],
            ];
            foreach (var stranger in strangers.Where(stranger => !IsPublic(path) || stranger[0].Name == "Host"))
            {
                using var reply = await SendAsync(method, path, [("Sec-Fetch-Site", "same-origin"), .. stranger]);
                reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path} with {stranger[0]}");
            }
        }
    }

    [Fact]
    public async Task Every_reply_tells_browsers_to_run_and_guess_nothing()
    {
        (string Method, string Path)[] routes =
        [
            .. Routes(["GET", .. Changing]), ("GET", "/nowhere"), ("GET", "/assets/x/nothing.js"), ("GET", "/%2e%2e/%2e%2e/etc/passwd"), ("PUT", "/"), ("OPTIONS", "/ask"), ("TRACE", "/"),
        ];
        foreach (var (method, path) in routes)
        {
            // Once as a stranger, once as the own page: refusals and failures are replies too.
            foreach (var headers in new (string, string)[][] { [], [("Sec-Fetch-Site", "same-origin")] })
            {
                using var reply = await SendAsync(method, path, headers);
                var how = $"{method} {path}: {(int)reply.StatusCode}";
                var policy = Header(reply, "Content-Security-Policy");
                policy.ShouldStartWith("default-src 'none'", Case.Sensitive, how);
                policy.ShouldContain("frame-ancestors 'none'", Case.Sensitive, how);
                policy.ShouldNotContain("unsafe", Case.Sensitive, how);
                policy.ShouldNotContain("*", Case.Sensitive, how);
                foreach (var (name, value) in Headers)
                    Header(reply, name).ShouldBe(value, $"{how}: {name}");
                Header(reply, "Referrer-Policy").ShouldBe(IsPublic(path) ? "no-referrer" : "same-origin", how);
                reply.Headers.Contains("Server").ShouldBeFalse(how);
                reply.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse(how);
                ((int)reply.StatusCode).ShouldBeLessThan(500, how);

                // Without it a browser reads the sentence in the alphabet of its own country.
                if (reply.Content.Headers.ContentType is { } type && type.MediaType!.StartsWith("text/", StringComparison.Ordinal))
                    type.CharSet.ShouldBe("utf-8", how);
            }
        }
    }

    private List<(string Method, string Path)> ChannelRoutes() =>
        [.. _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<ProvesItsSender>() is not null).Select(route => ("POST", PathOf(route)))];

    /// <summary>Reached through a relay too, under the public name.</summary>
    private static bool IsPublic(string path) => path.StartsWith("/citations/", StringComparison.Ordinal) || path is "/assets/x/app.css" or "/assets/x/icon.svg";

    private string Own => _host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Every method and path that the host answers by a route of its own; parameters are filled with a word.</summary>
    private List<(string Method, string Path)> Routes(params string[] methods) =>
        [.. _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, PathOf(route))))
            .Where(route => methods.Contains(route.method))
            .Distinct()];

    private static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))));

    private static string Header(HttpResponseMessage reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private async Task<HttpResponseMessage> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        // A client of its own: the host's shared one says that it is the own page.
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new(method), new Uri(_host.Client.BaseAddress!, path));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (Changing.Contains(method))
            request.Content = new FormUrlEncodedContent([]);
        return await client.SendAsync(request, Token);
    }
}
