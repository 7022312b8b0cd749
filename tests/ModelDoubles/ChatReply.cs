using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ModelDoubles;

/// <param name="Text">What the model says.</param>
/// <param name="Finish">stop, length, content_filter.</param>
public sealed record ChatReply(string Text, string Finish = "stop") : WireReply
{
    private const int TokenCharacters = 4;

    /// <summary>The name the server reports.</summary>
    public string Model { get; init; } = "double";

    /// <summary>Between two events.</summary>
    public TimeSpan Pace { get; init; }

    internal static int Tokens(string text) => (text.Length + TokenCharacters - 1) / TokenCharacters;

    protected override RawReply For(WireRequest request)
    {
        var (text, finish) = request.MaxTokens is { } most && Tokens(Text) > most ? (Text[..(most * TokenCharacters)], "length") : (Text, Finish);
        return request.IsStream ? Events(EventsOf(request, text, finish)) with { Steps = Paced(EventsOf(request, text, finish)) } : Json(200, Plain(request, text, finish));
    }

    /// <summary>The events of an answer, the last one [DONE]; for scripts that leave some out or change them.</summary>
    public ImmutableArray<string> EventsOf(WireRequest request, string text, string finish)
    {
        List<string> lines = [];
        if (request.IsAzure)
            lines.Add(Event(Chunk([], "prompt_filter_results")));
        lines.Add(Event(Chunk([Choice(new() { ["role"] = "assistant", ["content"] = "" }, null)])));
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(TokenCharacters, text.Length - at);
            // A character of two code units is not torn.
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
                length++;
            lines.Add(Event(Chunk([Choice(new() { ["content"] = text.Substring(at, length) }, null)])));
            at += length;
        }

        lines.Add(Event(Chunk([Choice([], finish)])));
        if (request.WantsUsage)
        {
            var last = Chunk([]);
            last["usage"] = Usage(request, text);
            lines.Add(Event(last));
        }

        return [.. lines, "data: [DONE]"];
    }

    private ImmutableArray<WireStep> Paced(ImmutableArray<string> lines) =>
        [.. lines.SelectMany(line => Pace > TimeSpan.Zero ? new WireStep[] { new WireStep.Send(line + "\n\n"), new WireStep.Wait(Pace) } : [new WireStep.Send(line + "\n\n")])];

    private string Plain(WireRequest request, string text, string finish) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        }),
        ["usage"] = Usage(request, text),
    }.ToJsonString(Readable);

    private JsonObject Chunk(JsonArray choices, string? emptyMember = null)
    {
        var chunk = new JsonObject { ["id"] = "chatcmpl-1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = Model, ["choices"] = choices };
        if (emptyMember is not null)
            chunk[emptyMember] = new JsonArray();
        return chunk;
    }

    private static JsonObject Choice(JsonObject delta, string? finish) => new() { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish };

    private static JsonObject Usage(WireRequest request, string text) => new()
    {
        ["prompt_tokens"] = Tokens(request.Member("messages")?.GetRawText() ?? ""),
        ["completion_tokens"] = Tokens(text),
        ["total_tokens"] = Tokens(request.Member("messages")?.GetRawText() ?? "") + Tokens(text),
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
    };

    private static string Event(JsonObject chunk) => "data: " + chunk.ToJsonString(Readable);
}
