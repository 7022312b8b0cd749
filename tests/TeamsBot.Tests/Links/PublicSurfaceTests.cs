using System.Net;
using System.Net.Http.Json;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Security;
using AgentHelpdesk.TeamsBot.Tests.Passages;
using Microsoft.AspNetCore.Routing;

namespace AgentHelpdesk.TeamsBot.Tests.Links;

/// <summary>What the public address answers to: the list is short, and whatever is added tomorrow is not on it.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string[] Open = ["/healthz", "/readyz", "/citations/{revision}", "/citations/{revision}/pdf", "/assets/{tag}/app.css", "/assets/{tag}/icon.svg", "/api/messages"];

    [Fact]
    public async Task Under_the_public_name_only_links_probes_and_the_channel_are_answered()
    {
        using var house = new LinkHouse();
        house.LinkTo(house.Publish(SomeRevision.Of()));
        var routes = house.Of<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        routes.ShouldBeSubsetOf([.. routes.Except(Open), .. Open]);
        Open.ShouldBeSubsetOf(routes);

        foreach (var route in routes.Except(Open))
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "x");
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var (reply, text) = await house.OpenAsync(path, method, headers: ("Sec-Fetch-Site", "same-origin"));
                reply.StatusCode.ShouldBeOneOf([HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed], $"{method} {route}");
                text.ShouldNotContain("<html");
            }
        }

        (await house.OpenAsync("/assets/x/chat.js")).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await house.OpenAsync("/assets/x/app.css")).Reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.OpenAsync("/healthz")).Reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("helpdesk.example.test", HttpStatusCode.OK)]
    [InlineData("HELPDESK.example.test:8443", HttpStatusCode.OK)]
    [InlineData("helpdesk.example.test.", HttpStatusCode.OK)]
    [InlineData("localhost:3978", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("rebound.example", HttpStatusCode.Forbidden)]
    [InlineData("helpdesk.example.test.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("evil-helpdesk.example.test", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.20", HttpStatusCode.Forbidden)]
    public async Task A_link_opens_under_our_own_names_only(string host, HttpStatusCode expected)
    {
        using var house = new LinkHouse();

        var (reply, _) = await house.OpenAsync(house.LinkTo(house.Publish(SomeRevision.Of())), host: host, headers: ("X-Forwarded-Host", LinkHouse.PublicHost));

        reply.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_public_address_there_is_no_link_and_nothing_to_open()
    {
        using var house = new LinkHouse(("Bot:PublicUrl", ""));

        house.Of<PublicLinks>().Of(LinkHouse.SourceOf(SomeRevision.Of())).ShouldBeNull();
        (await house.OpenAsync("/citations/x", host: "localhost")).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await house.OpenAsync("/assets/x/app.css", host: "localhost")).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var here = await house.Host.Client.GetAsync("/citations/x", TestContext.Current.CancellationToken);
        here.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task In_a_development_mode_the_channels_address_is_this_machines_alone()
    {
        using var house = new LinkHouse();

        using var here = await house.Host.Client.PostAsJsonAsync("/api/messages", SomeActivity.Message("http://127.0.0.1:9", "x"), TestContext.Current.CancellationToken);
        here.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden);
        (await house.OpenAsync("/api/messages", HttpMethod.Post)).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await house.OpenAsync("/api/messages", HttpMethod.Post, host: "localhost")).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("https://helpdesk.example.test", LinkHouse.PublicHost, true)]
    [InlineData("https://helpdesk.example.test", "localhost", true)]
    [InlineData("https://helpdesk.example.test", "rebound.example", false)]
    [InlineData("", "bot-7.cluster.local", true)]
    public async Task With_tokens_the_channel_is_heard_under_the_public_name_or_under_any_where_none_is_set(string publicUrl, string host, bool isHeard)
    {
        using var house = new LinkHouse(
            ("Bot:AllowAnonymous", "false"), ("Bot:AppId", "5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11"), ("Bot:TenantId", "0c4f1c3e-3f0c-4f6e-8f6b-2d8a6f0b7a22"), ("Bot:Secret", "x"), ("Bot:PublicUrl", publicUrl));

        var (reply, _) = await house.OpenAsync("/api/messages", HttpMethod.Post, host);

        (reply.StatusCode != HttpStatusCode.Forbidden).ShouldBe(isHeard);
    }

    [Fact]
    public async Task Strangers_who_try_addresses_do_not_use_up_what_agents_may_open()
    {
        using var house = new LinkHouse(("Web:PublicPagesPerMinute", "3"));
        var link = house.LinkTo(house.Publish(SomeRevision.Of()));

        var tried = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
            tried.Add((await house.OpenAsync("/citations/x")).Reply.StatusCode);
        var opened = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            opened.Add((await house.OpenAsync(link)).Reply.StatusCode);

        tried.ShouldBe([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
        opened.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public void Only_the_channels_address_proves_its_sender_in_a_way_of_its_own()
    {
        using var house = new LinkHouse();

        house.Of<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<ProvesItsSender>() is not null)
            .Select(route => route.RoutePattern.RawText).ShouldBe(["/api/messages"]);
    }
}
