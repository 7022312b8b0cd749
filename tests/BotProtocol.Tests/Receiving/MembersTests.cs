using System.Net;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Receiving;

/// <summary>A good token of an allowed tenant, and still a person who is none of ours.</summary>
public sealed class MembersTests : IAsyncLifetime
{
    private const string Group = "19:group@thread.v2";
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private MessagesHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await MessagesHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static TheoryData<string, string?> People()
    {
        const string Ours = "\"id\":\"" + SomeActivity.User + "\",\"tenantId\":\"" + SomeActivity.Tenant + "\"";
        const string Named = Ours + ",\"userPrincipalName\":\"alex@example.com\"";
        return new()
        {
            { "member: a user of ours", "{" + Named + ",\"userRole\":\"user\"}" },
            { "member: a user of ours without a name", "{" + Ours + ",\"userRole\":\"user\"}" },
            { "member: somebody of ours whose role isn't said", "{" + Named + "}" },
            { "a guest", "{" + Named + ",\"userRole\":\"guest\"}" },
            { "somebody without an account", "{" + Named + ",\"userRole\":\"anonymous\"}" },
            { "a guest by name whose role isn't said", "{" + Ours + ",\"userPrincipalName\":\"alex_other.example#EXT#@example.com\"}" },
            { "a guest by name in the role of a user", "{" + Ours + ",\"userPrincipalName\":\"alex_other.example#ext#@example.com\",\"userRole\":\"user\"}" },
            { "somebody with neither role nor name", "{" + Ours + "}" },
            { "somebody of another organisation", "{" + Named.Replace(SomeActivity.Tenant, "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee", StringComparison.Ordinal) + ",\"userRole\":\"user\"}" },
            { "somebody of no organisation", "{\"id\":\"" + SomeActivity.User + "\",\"userPrincipalName\":\"a@b\",\"userRole\":\"user\"}" },
            { "somebody else than asked for", "{" + Named.Replace(SomeActivity.User, "29:another", StringComparison.Ordinal) + ",\"userRole\":\"user\"}" },
            { "nobody", null },
        };
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Only_members_of_an_allowed_organisation_are_answered(string who, string? entry)
    {
        _host.Connector.Roster = (_, _) => entry is null ? null : JsonNode.Parse(entry)!.AsObject();
        var isMember = who.StartsWith("member", StringComparison.Ordinal);

        (await InvokeAsync("message/submitAction")).ShouldBe(isMember ? HttpStatusCode.OK : HttpStatusCode.Forbidden, who);
        (await AwaitedAsync()).Contains("You said", StringComparison.Ordinal).ShouldBe(isMember, who);
        _host.Lines.ShouldNotContain(line => line.Contains("alex", StringComparison.Ordinal) || line.Contains("29:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_roster_is_asked_once_an_hour()
    {
        for (var times = 0; times < 3; times++)
            await InvokeAsync("message/submitAction");
        Looks().ShouldBe(1);

        _time.Advance(KnownMembers.KnownFor);
        await InvokeAsync("message/submitAction");
        Looks().ShouldBe(2);
    }

    [Fact]
    public async Task A_guest_who_became_a_member_is_one_within_the_hour()
    {
        _host.Connector.Roster = (_, _) => null;
        (await InvokeAsync("message/submitAction")).ShouldBe(HttpStatusCode.Forbidden);
        _host.Connector.Roster = (_, member) => SomeActivity.Member(member);

        (await InvokeAsync("message/submitAction")).ShouldBe(HttpStatusCode.OK, "'Not there' is not remembered: the chat may have been meant.");
    }

    [Fact]
    public async Task Where_the_channel_does_not_say_nobody_is_answered_and_nothing_remembered()
    {
        _host.Connector.Close(SomeActivity.PersonalChat, "BotNotInConversationRoster");
        (await InvokeAsync("message/submitAction")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_search_in_a_chat_without_the_bot_asks_in_the_persons_own_chat_with_it()
    {
        _host.Connector.Close(Group, "BotNotInConversationRoster");
        (await InvokeAsync("message/submitAction", Group)).ShouldBe(HttpStatusCode.Forbidden);
        (await InvokeAsync("composeExtension/query", Group)).ShouldBe(HttpStatusCode.OK);

        _host.Connector.Calls.ShouldContain("POST /v3/conversations");
    }

    [Fact]
    public async Task A_guests_search_in_a_chat_without_the_bot_is_not_answered()
    {
        _host.Connector.Close(Group, "BotNotInConversationRoster");
        _host.Connector.Roster = (_, member) =>
        {
            var guest = SomeActivity.Member(member);
            guest["userRole"] = "guest";
            return guest;
        };

        (await InvokeAsync("composeExtension/query", Group)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_tokens_nobody_is_looked_up()
    {
        await using var host = await MessagesHost.StartAsync(anonymous: true);
        using var reply = await host.PostAsync(SomeActivity.Invoke(host.Connector.ServiceUrl, "message/submitAction", null), header: null);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_known_is_bounded()
    {
        var known = new KnownMembers(_time);
        for (var person = 0; person <= KnownMembers.Most; person++)
            known.Keep(Address($"29:{person}"), Membership.Member);

        known.Find(Address("29:0")).ShouldBeNull();
        known.Find(Address("29:1")).ShouldBe(Membership.Member);
    }

    private int Looks() => _host.Connector.Calls.Count(call => call.Contains("/members/", StringComparison.Ordinal));

    private async Task<HttpStatusCode> InvokeAsync(string name, string conversation = SomeActivity.PersonalChat)
    {
        var activity = SomeActivity.Invoke(_host.Connector.ServiceUrl, name, new JsonObject());
        activity["conversation"]!["id"] = conversation;
        using var reply = await _host.PostAsync(activity);
        return reply.StatusCode;
    }

    private async Task<string> AwaitedAsync()
    {
        var activity = SomeActivity.Message(_host.Connector.ServiceUrl, "?");
        activity["deliveryMode"] = "expectReplies";
        using var reply = await _host.PostAsync(activity);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static ReplyAddress Address(string user) => new()
    {
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/emea",
        ConversationId = "a:1",
        ConversationType = "personal",
        TenantId = SomeActivity.Tenant,
        BotId = SomeActivity.Bot,
        UserId = user,
        ActivityId = "1",
    };
}
