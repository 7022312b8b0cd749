using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Doubles;

/// <summary>The streaming protocol, as the strict connector holds bots to it.</summary>
public sealed class StreamRulesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new();
    private ConnectorDouble _connector = null!;

    public async ValueTask InitializeAsync() => _connector = await ConnectorDouble.StartAsync(_time);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_in_order_is_taken_to_its_end_and_its_message_can_be_replaced_afterwards()
    {
        var id = await BeginAsync();
        (await AfterAsync(1, Chunk(id, 2, "Congé", "streaming"))).ShouldBe("202");
        (await AfterAsync(1, Chunk(id, 3, "Congé de maternité", "streaming"))).ShouldBe("202");
        (await AfterAsync(1, Final(id, "Congé de maternité : 16 semaines"))).ShouldBe("202");

        (await AfterAsync(1, Final(id, "Congé de maternité"))).ShouldBe("403 Content stream was already completed");
        using var update = await _http.PutAsJsonAsync($"{_connector.ServiceUrl}/v3/conversations/a:1/activities/{id}", Message("16 semaines"), TestContext.Current.CancellationToken);
        update.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_piece_begins_with_the_one_before()
    {
        var id = await BeginAsync();
        await AfterAsync(1, Chunk(id, 2, "Congé", "streaming"));

        (await AfterAsync(1, Chunk(id, 3, "Le congé", "streaming"))).ShouldBe("403 Request streamed content should contain the previously streamed content");
        (await AfterAsync(1, Final(id, "Le congé"))).ShouldBe("403 Request streamed content should contain the previously streamed content");
    }

    [Fact]
    public async Task Two_requests_within_a_second_are_one_too_many()
    {
        var id = await BeginAsync();

        (await AfterAsync(0.9, Chunk(id, 2, "…"))).ShouldBe("429 API calls quota exceeded");
        (await AfterAsync(0.2, Chunk(id, 2, "…"))).ShouldBe("202");
        (await AfterAsync(0.5, Final(id, "x"))).ShouldBe("429 API calls quota exceeded");
    }

    [Fact]
    public async Task After_two_minutes_it_is_over()
    {
        var id = await BeginAsync();

        (await AfterAsync(119, Chunk(id, 2, "…"))).ShouldBe("202");
        (await AfterAsync(2, Final(id, "x"))).ShouldBe("403 Content stream exceeded streaming time");
    }

    [Fact]
    public async Task Stop_ends_it_and_another_may_begin_once_it_is_over()
    {
        var id = await BeginAsync();
        (await AfterAsync(1, Chunk(null, 1, "another"))).ShouldBe("403 Content stream is not allowed");

        _connector.PressStop("a:1");

        (await AfterAsync(1, Final(id, "x"))).ShouldBe("403 Content stream was canceled by user");
    }

    [Fact]
    public async Task A_piece_out_of_order_is_dropped()
    {
        var id = await BeginAsync();
        await AfterAsync(1, Chunk(id, 5, "5"));

        (await AfterAsync(1, Chunk(id, 4, "4"))).ShouldBe("202 Out of order");
        _connector.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Streams_are_for_personal_chats()
    {
        foreach (var type in new[] { "groupChat", "channel", null })
        {
            var chunk = Chunk(null, 1, "x");
            chunk["conversation"] = type is null ? new JsonObject() : new JsonObject { ["conversationType"] = type };
            (await AfterAsync(1, chunk)).ShouldBe("403 Content stream is not allowed");
        }
    }

    [Fact]
    public async Task Form_is_checked()
    {
        (await AfterAsync(1, Chunk(null, 2, "x"))).ShouldBe("400 A stream begins with 1.");
        (await AfterAsync(1, Chunk(null, 1, ""))).ShouldBe("400 text is required.");
        (await AfterAsync(1, Chunk(null, 1, new string('x', 1_001)))).ShouldBe("400 An informative update has at most 1,000 characters.");
        var id = await BeginAsync();
        var final = Final(id, "x");
        final["entities"]![0]!["streamSequence"] = 2;
        (await AfterAsync(1, final)).ShouldBe("400 A final message has no streamSequence.");
        (await AfterAsync(1, Chunk("nobody's", 2, "x"))).ShouldBe("403 Content stream is not allowed");
        var labelled = Chunk(id, 2, "x");
        labelled["entities"]!.AsArray().Add(new JsonObject { ["type"] = "https://schema.org/Message", ["@type"] = "Message", ["@context"] = "https://schema.org", ["@id"] = "" });
        (await AfterAsync(1, labelled)).ShouldBe("400 AI label and citations belong to messages.");
        (await AfterAsync(1, Final(id, new string('x', 60_000)))).ShouldBe("403 Message size too large");
    }

    private async Task<string> BeginAsync()
    {
        (await AfterAsync(1, Chunk(null, 1, "Je cherche…"))).ShouldBe("201");
        return _connector.Sent.Last().Id;
    }

    private static JsonObject Chunk(string? id, int sequence, string text, string type = "informative")
    {
        var state = new JsonObject { ["type"] = "streaminfo", ["streamType"] = type, ["streamSequence"] = sequence };
        if (id is not null)
            state["streamId"] = id;
        var chunk = Message(text);
        (chunk["type"], chunk["entities"]) = ("typing", new JsonArray(state));
        return chunk;
    }

    private static JsonObject Final(string id, string text)
    {
        var message = Message(text);
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "streaminfo", ["streamType"] = "final", ["streamId"] = id });
        return message;
    }

    private static JsonObject Message(string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["from"] = new JsonObject { ["id"] = SomeActivity.Bot },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" },
    };

    private async Task<string> AfterAsync(double seconds, JsonObject activity)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        using var reply = await _http.PostAsJsonAsync($"{_connector.ServiceUrl}/v3/conversations/a:1/activities", activity, TestContext.Current.CancellationToken);
        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var why = text.Length > 0 ? (string?)JsonNode.Parse(text)!["error"]?["message"] : null;
        return $"{(int)reply.StatusCode} {why}".TrimEnd();
    }
}
