using System.Net;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Receiving;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Receiving;

public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private const string Sorry = "Sorry (8)";
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private MessagesHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await MessagesHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_message_with_the_channels_token_is_acknowledged_and_kept()
    {
        using var reply = await _host.PostAsync(Message());

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(reply)).ShouldBeEmpty();
        _host.Journal.Kept.ShouldBe(1);
    }

    [Fact]
    public async Task A_bad_token_is_told_nothing_and_logged_in_one_line()
    {
        using var reply = await _host.PostAsync(Message(), _host.Tokens.ChannelHeader("https://elsewhere.example/"));

        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        reply.Headers.WwwAuthenticate.ShouldBeEmpty();
        (await TextAsync(reply)).ShouldBeEmpty();
        _host.Bot.Seen.ShouldBeEmpty();
        _host.Lines.Where(line => line.Contains(" 400 ", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("service url is not the token's");
        _host.Lines.ShouldNotContain(line => line.Contains(SomeActivity.User, StringComparison.Ordinal) || line.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("message", "", HttpStatusCode.OK, "")]
    [InlineData("message", "expectReplies", HttpStatusCode.OK, """{"activities":[]}""")]
    [InlineData("invoke", "", HttpStatusCode.Forbidden, "")]
    public async Task Somebody_of_another_tenant_gets_nothing(string type, string delivery, HttpStatusCode expected, string body)
    {
        var activity = Message();
        activity["type"] = type;
        activity["deliveryMode"] = delivery;
        activity["channelData"]!["tenant"]!["id"] = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";
        using var reply = await _host.PostAsync(activity);

        reply.StatusCode.ShouldBe(expected);
        (await TextAsync(reply)).ShouldBe(body);
        _host.Bot.Seen.ShouldBeEmpty();
        _host.Journal.Kept.ShouldBe(0);
    }

    [Fact]
    public async Task While_keys_cannot_be_had_the_channel_is_asked_to_come_again()
    {
        _host.Tokens.IsDown = true;
        using var reply = await _host.PostAsync(Message());

        reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        reply.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_turn_that_cannot_be_kept_is_not_acknowledged()
    {
        _host.Journal.IsBroken = true;
        using var reply = await _host.PostAsync(Message());

        reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        reply.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_invoke_is_answered_by_its_status_and_body()
    {
        _host.Bot.Invoke = (_, _) => Task.FromResult(new InvokeReply(200, new JsonObject { ["type"] = "message", ["text"] = "Congé" }));
        using var reply = await _host.PostAsync(Invoke());

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        (await TextAsync(reply)).ShouldBe("""{"type":"message","text":"Congé"}""");
    }

    [Fact]
    public async Task An_invoke_that_takes_too_long_is_let_go_before_the_channel_gives_up()
    {
        var begun = new TaskCompletionSource();
        _host.Bot.Invoke = async (_, _) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, TestContext.Current.CancellationToken);
            return InvokeReply.Done;
        };
        var posting = _host.PostAsync(Invoke());
        await begun.Task;
        _time.Advance(AwaitedTurns.InvokeLimit);

        using var reply = await posting;
        reply.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
    }

    [Fact]
    public async Task An_invoke_that_fails_says_nothing_outside_and_its_reference_inside()
    {
        _host.Bot.Invoke = (_, _) => throw new InvalidOperationException("a secret of the house");
        using var reply = await _host.PostAsync(Invoke());

        reply.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await TextAsync(reply)).ShouldBeEmpty();
        _host.Lines.ShouldContain(line => line.Contains(" 404 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replies_that_are_awaited_come_in_the_body_and_nowhere_else()
    {
        _host.Bot.Run = async (turn, replies, cancellationToken) =>
        {
            await replies.ShowProgressAsync("14 documents consultés", cancellationToken);
            await replies.AnswerAsync(new() { Type = "message", Text = $"Réponse à « {turn.Text} »" }, cancellationToken);
        };
        using var reply = await _host.PostAsync(Awaited());

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        var said = JsonNode.Parse(await TextAsync(reply))!["activities"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)said["text"]).ShouldBe("Réponse à « Quel est le délai ? »");
        ((string?)said["conversation"]?["id"]).ShouldBe(SomeActivity.PersonalChat);
        ((string?)said["from"]?["id"]).ShouldBe(SomeActivity.Bot);
        _host.Connector.Calls.ShouldNotContain(call => call.StartsWith("POST", StringComparison.Ordinal));
        _host.Journal.Kept.ShouldBe(0);
    }

    [Fact]
    public async Task An_awaited_turn_that_fails_says_so_in_the_body()
    {
        _host.Bot.Run = (_, _, _) => throw new InvalidOperationException("broken");
        using var reply = await _host.PostAsync(Awaited());

        (await TextAsync(reply)).ShouldContain(Sorry);
    }

    [Fact]
    public async Task An_awaited_turn_that_fails_after_its_answer_keeps_the_answer()
    {
        _host.Bot.Run = async (_, replies, cancellationToken) =>
        {
            await replies.AnswerAsync(new() { Type = "message", Text = "La réponse" }, cancellationToken);
            throw new InvalidOperationException("broken");
        };
        using var reply = await _host.PostAsync(Awaited());

        (await TextAsync(reply)).ShouldContain("La réponse");
        (await TextAsync(reply)).ShouldNotContain("Sorry");
    }

    [Fact]
    public async Task An_awaited_turn_that_takes_too_long_says_so_before_the_channel_gives_up()
    {
        var begun = new TaskCompletionSource();
        _host.Bot.Run = (_, _, cancellationToken) =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        };
        var posting = _host.PostAsync(Awaited());
        await begun.Task;
        _time.Advance(AwaitedTurns.TurnLimit);

        using var reply = await posting;
        (await TextAsync(reply)).ShouldContain(Sorry);
    }

    [Fact]
    public async Task Turns_that_do_not_end_are_awaited_by_so_many_senders_and_no_more()
    {
        var begun = 0;
        using var never = new CancellationTokenSource();
        _host.Bot.Run = (_, _, _) =>
        {
            Interlocked.Increment(ref begun);
            return Task.Delay(Timeout.InfiniteTimeSpan, never.Token);
        };
        var places = new BotOptions().ConcurrentTurns;
        var posting = Enumerable.Range(0, places).Select(_ => _host.PostAsync(Awaited())).ToList();
        while (Volatile.Read(ref begun) < places)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var oneMore = _host.PostAsync(Awaited());
        while (!oneMore.IsCompleted || posting.Exists(one => !one.IsCompleted))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        foreach (var one in posting)
            (await TextAsync(await one)).ShouldContain(Sorry);
        (await oneMore).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        begun.ShouldBe(places);
        await never.CancelAsync();
        _host.Bot.Run = (_, replies, cancellationToken) => replies.AnswerAsync(new() { Type = "message", Text = "Oui" }, cancellationToken);
        using var after = await _host.PostAsync(Awaited());
        (await TextAsync(after)).ShouldContain("Oui");
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task Where_no_token_is_needed_a_relay_lets_nobody_in(string header)
    {
        await using var host = await MessagesHost.StartAsync(anonymous: true);
        using var direct = await host.PostAsync(SomeActivity.Message(host.Connector.ServiceUrl, "?"), header: null);
        using var relayed = await host.PostAsync(
            new StringContent(SomeActivity.Message(host.Connector.ServiceUrl, "?").ToJsonString(), null, "application/json"), header: null, request => request.Headers.TryAddWithoutValidation(header, "1"));

        direct.StatusCode.ShouldBe(HttpStatusCode.OK);
        relayed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        host.Lines.ShouldContain(line => line.Contains("WITHOUT A TOKEN", StringComparison.Ordinal));
    }

    private JsonObject Message() => SomeActivity.Message(_host.Connector.ServiceUrl, "Quel est le délai ?");

    private JsonObject Invoke() => SomeActivity.Invoke(_host.Connector.ServiceUrl, "message/submitAction", new JsonObject());

    private JsonObject Awaited()
    {
        var activity = Message();
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    private static Task<string> TextAsync(HttpResponseMessage reply) => reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
