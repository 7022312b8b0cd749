using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>What goes wrong on the wire, each as real servers do it.</summary>
public static class Fault
{
    // A reset throws away what the client has not read yet.
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(100);

    /// <param name="code">As it stands in the JSON: a number, a string in quotes, or null.</param>
    public static RawReply Error(int status, string message, string type = "server_error", string code = "null", params ImmutableArray<(string Name, string Value)> headers) =>
        WireReply.Json(status, $$$"""{"error":{"message":{{{JsonSerializer.Serialize(message, WireReply.Readable)}}},"type":"{{{type}}}","code":{{{code}}}}}""", headers);

    public static RawReply TooMany(int retryAfterSeconds) =>
        Error(429, "Rate limit reached", "rate_limit_error", "\"rate_limit_exceeded\"", ("Retry-After", retryAfterSeconds.ToString(CultureInfo.InvariantCulture)));

    public static RawReply TooManyUntil(DateTimeOffset moment) =>
        Error(429, "Rate limit reached", "rate_limit_error", "\"rate_limit_exceeded\"", ("Retry-After", moment.ToString("R", CultureInfo.InvariantCulture)));

    public static RawReply Loading() => Error(503, "Loading model", "unavailable_error", "503");

    /// <summary>llama.cpp's form.</summary>
    public static RawReply PromptTooLong(int tokens, int context) => WireReply.Json(400, string.Create(CultureInfo.InvariantCulture,
        $$$"""{"error":{"code":400,"message":"request ({{{tokens}}} tokens) exceeds the available context size ({{{context}}} tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":{{{tokens}}},"n_ctx":{{{context}}}}}"""));

    /// <summary>OpenAI's and Azure's form.</summary>
    public static RawReply ContextLengthExceeded() =>
        Error(400, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.", "invalid_request_error", "\"context_length_exceeded\"");

    /// <summary>The prompt was filtered: Azure refuses the call.</summary>
    public static RawReply PromptFiltered() => WireReply.Json(400,
        """{"error":{"inner_error":{"code":"ResponsibleAIPolicyViolation","content_filter_results":{"jailbreak":{"filtered":true,"detected":true}}},"code":"content_filter","message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","param":"prompt","type":null,"status":400}}""");

    /// <summary>The answer was filtered in the middle.</summary>
    public static ChatReply AnswerFiltered(string until) => WireReply.Says(until, "content_filter");

    /// <summary>Some of the text, then the end of the stream: no finish reason, no [DONE].</summary>
    public static WireReply Cut(string text) => new PartialReply(text, Whole: false, []);

    /// <summary>All of the text and its finish reason, but no [DONE].</summary>
    public static WireReply WithoutDone(string text) => new PartialReply(text, Whole: true, []);

    /// <summary>Some of the text, then nothing more.</summary>
    public static WireReply Stalled(string text) => new PartialReply(text, Whole: false, [new WireStep.Stall()]);

    /// <summary>Some of the text, then the connection is torn down.</summary>
    public static WireReply ResetAfter(string text) => new PartialReply(text, Whole: false, [new WireStep.Wait(Reading), new WireStep.Reset()]);

    /// <summary>The connection is torn down before a byte came.</summary>
    public static RawReply Reset() => new(200, [], [new WireStep.Reset()]);

    /// <summary>Nothing ever comes, not even a status.</summary>
    public static RawReply Silent() => new(200, [], [new WireStep.Stall()]);

    /// <summary>Some of the text, then an error as an event, then the end.</summary>
    public static WireReply ErrorEvent(string text, string message, int code = 500) => new PartialReply(text, Whole: false,
        [new WireStep.Send($$$"""data: {"error":{"message":{{{JsonSerializer.Serialize(message, WireReply.Readable)}}},"type":"server_error","code":{{{code.ToString(CultureInfo.InvariantCulture)}}}}}""" + "\n\n")]);

    /// <summary>A body, or an event, that is no JSON.</summary>
    public static WireReply Malformed() => new PartialReply("Il", Whole: false, [new WireStep.Send("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\n\n")]);

    /// <summary>JSON of another form than the wire's.</summary>
    public static RawReply WrongSchema() => WireReply.Json(200, """{"answer":"Bonjour","choices":"none"}""");

    public static ChatReply Huge(int characters) => WireReply.Says(new string('a', characters));

    /// <param name="Text">What is said before it.</param>
    /// <param name="Whole">With its finish reason.</param>
    /// <param name="Then">What follows instead of the end.</param>
    private sealed record PartialReply(string Text, bool Whole, ImmutableArray<WireStep> Then) : WireReply
    {
        protected override RawReply For(WireRequest request)
        {
            if (!request.IsStream)
                return new(200, [("Content-Type", "application/json")], [new WireStep.Send("{\"id\":\"chatcmpl-1\",\"choices\":[{\"ind"), .. Then]);
            var events = new ChatReply(Text).EventsOf(request, Text, "stop");
            var finish = events.Length - (request.WantsUsage ? 3 : 2);
            var kept = events[..(Whole ? events.Length - 1 : finish)];
            return Events(kept) with { Steps = [.. kept.Select(line => new WireStep.Send(line + "\n\n")), .. Then] };
        }
    }
}
