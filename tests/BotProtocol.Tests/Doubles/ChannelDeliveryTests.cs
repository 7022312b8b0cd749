using System.Net;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Doubles;

/// <summary>How the channel delivers, and delivers again.</summary>
public sealed class ChannelDeliveryTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _received = [];

    [Fact]
    public async Task What_is_acknowledged_comes_once() =>
        (await DeliverAsync(SomeActivity.Message("https://x", "?"), (HttpStatusCode.OK, 1))).ShouldBe([200]);

    [Fact]
    public async Task What_is_acknowledged_late_comes_again_with_the_same_id()
    {
        (await DeliverAsync(SomeActivity.Message("https://x", "?"), (HttpStatusCode.OK, 20), (HttpStatusCode.OK, 16), (HttpStatusCode.OK, 1))).ShouldBe([0, 0, 200]);

        _received.Count.ShouldBe(3);
        _received.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_not_taken_for_now_comes_again_and_what_is_refused_does_not()
    {
        (await DeliverAsync(SomeActivity.Message("https://x", "?"), (HttpStatusCode.ServiceUnavailable, 0), (HttpStatusCode.OK, 0))).ShouldBe([503, 200]);
        (await DeliverAsync(SomeActivity.Message("https://x", "?"), (HttpStatusCode.Unauthorized, 0), (HttpStatusCode.OK, 0))).ShouldBe([401]);
    }

    [Fact]
    public async Task An_invoke_never_comes_again() =>
        (await DeliverAsync(SomeActivity.Invoke("https://x", "message/submitAction", new JsonObject()), (HttpStatusCode.OK, 20), (HttpStatusCode.OK, 0))).ShouldBe([0]);

    private async Task<IReadOnlyList<int>> DeliverAsync(JsonObject activity, params (HttpStatusCode Status, int Seconds)[] answers)
    {
        using var bot = new HttpClient(new Bot(this, new(answers))) { BaseAddress = new("http://bot.example.test") };
        var delivery = new ChannelDelivery(bot, _time).DeliverAsync(activity, TestContext.Current.CancellationToken);
        while (!delivery.IsCompleted)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMilliseconds(250));
        }

        return await delivery.WaitAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Bot(ChannelDeliveryTests tests, Queue<(HttpStatusCode Status, int Seconds)> answers) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            tests._received.Add((string)JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!["id"]!);
            var (status, seconds) = answers.Dequeue();
            await Task.Delay(TimeSpan.FromSeconds(seconds), tests._time, cancellationToken);
            return new(status);
        }
    }
}
