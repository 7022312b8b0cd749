using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

/// <summary>The real host as it stands in a channel: tokens on both ways, from an issuer on this machine.</summary>
public sealed class TokensInTeamsTests : IAsyncLifetime
{
    private TokenDouble _tokens = null!;
    private TeamsHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenDouble.StartAsync();
        _house = await TeamsHouse.StartAsync(
            ("Bot:AllowAnonymous", "false"), ("Bot:AppId", SomeActivity.App), ("Bot:TenantId", SomeActivity.Tenant), ("Bot:Secret", "dummy"),
            ("Bot:AllowEmulator", "true"), ("Bot:ChannelMetadata", _tokens.ChannelMetadata), ("Bot:EntraAuthority", _tokens.EntraAuthority));
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _tokens.DisposeAsync();
    }

    [Fact]
    public async Task A_question_with_the_channels_token_is_answered_with_the_bots()
    {
        var unproven = 0;
        _house.Connector.LetsIn = authorization =>
        {
            if (authorization?.StartsWith("Bearer ey", StringComparison.Ordinal) != true)
                unproven++;
            return true;
        };
        using var reply = await PostAsync(Question(), _tokens.ChannelHeader(_house.Connector.ServiceUrl));

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string?)(await _house.Connector.MessageAsync(1, TestContext.Current.CancellationToken)).Body["text"]).ShouldNotBeNull().ShouldContain("45 euros");
        unproven.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_read_and_nothing_said()
    {
        using var reply = await PostAsync(Question(), header: null);

        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guests_question_is_acknowledged_and_never_answered()
    {
        _house.Connector.Roster = (_, member) =>
        {
            var guest = SomeActivity.Member(member);
            if (member != SomeActivity.User)
                guest["userRole"] = "guest";
            return guest;
        };
        var guest = Question();
        guest["from"]!["id"] = "29:1-guest";
        guest["conversation"]!["id"] = "a:guest";
        using var reply = await PostAsync(guest, _tokens.ChannelHeader(_house.Connector.ServiceUrl));
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        while (!_house.Connector.Calls.Any(call => call.Contains("members/29:1-guest", StringComparison.Ordinal) || call.Contains("members/29%3A1-guest", StringComparison.Ordinal)))
            await Task.Delay(10, TestContext.Current.CancellationToken);

        // Somebody of ours who asks after the guest is answered; by then the guest would have been.
        using var ours = await PostAsync(Question(), _tokens.ChannelHeader(_house.Connector.ServiceUrl));
        (await _house.Connector.MessageAsync(1, TestContext.Current.CancellationToken)).Conversation.ShouldBe(SomeActivity.PersonalChat);
    }

    private JsonObject Question() => SomeActivity.Message(_house.Connector.ServiceUrl, "Quel est le montant de l'indemnité de tempête ?");

    private async Task<HttpResponseMessage> PostAsync(JsonObject activity, string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        return await _house.Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
