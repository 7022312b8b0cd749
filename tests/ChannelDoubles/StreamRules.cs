using System.Net;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>What became of an activity of a stream.</summary>
internal abstract record StreamDecision
{
    private StreamDecision() { }

    public sealed record Begun(string Id) : StreamDecision;

    public sealed record Continued(string Id) : StreamDecision;

    public sealed record Refused(Reply Reply) : StreamDecision;
}

/// <summary>
/// The streaming protocol of Teams: in personal chats, one at a time, in order, a request a second, two minutes at most, each piece beginning with
/// what was shown, and one message at its end.
/// </summary>
internal sealed class StreamRules(TimeProvider time)
{
    private const int MostInformative = 1_000;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Running> _streams = [];

    public static JsonObject? State(JsonObject activity) =>
        (activity["entities"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(entity => (string?)entity["type"] == "streaminfo");

    public void Stop(string conversation)
    {
        lock (_lock)
        {
            foreach (var stream in _streams.Values.Where(stream => stream.Conversation == conversation && !stream.IsOver))
                stream.IsStopped = true;
        }
    }

    public StreamDecision Take(string conversation, JsonObject activity, Func<string> newId)
    {
        if (State(activity) is not { } state)
            throw new ArgumentException("The activity is of no stream.", nameof(activity));
        if (Malformed(activity, state) is { } broken)
            return Refuse(HttpStatusCode.BadRequest, "BadSyntax", broken);
        if ((string?)activity["conversation"]?["conversationType"] != "personal")
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Content stream is not allowed");
        lock (_lock)
            return (string?)state["streamId"] is { } id ? Continue(id, activity, state) : Begin(conversation, newId());
    }

    private const string NotAllowed = "ContentStreamNotAllowed";

    private static string? Malformed(JsonObject activity, JsonObject state)
    {
        var (type, isFinal) = ((string?)state["streamType"], (string?)activity["type"] == "message");
        var text = (string?)activity["text"];
        if (isFinal != (type == "final") || type is not ("informative" or "streaming" or "final"))
            return "A stream is of typing, informative or streaming, and ends with a final message.";
        if (isFinal)
            return state["streamSequence"] is not null ? "A final message has no streamSequence." : state["streamId"] is null ? "A final message has a streamId." : null;
        if (string.IsNullOrWhiteSpace(text))
            return "text is required.";
        if (type == "informative" && text.Length > MostInformative)
            return "An informative update has at most 1,000 characters.";
        if (state["streamSequence"] is not JsonValue sequence || !sequence.TryGetValue<int>(out var number) || number < 1)
            return "streamSequence is a number from 1.";
        return state["streamId"] is null && number != 1 ? "A stream begins with 1." : null;
    }

    private StreamDecision Begin(string conversation, string id)
    {
        if (_streams.Values.Any(stream => stream.Conversation == conversation && !stream.IsOver && time.GetUtcNow() - stream.Begun <= Longest))
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Content stream is not allowed");
        _streams[id] = new(conversation) { Begun = time.GetUtcNow(), Last = time.GetUtcNow(), Sequence = 1 };
        return new StreamDecision.Begun(id);
    }

    private StreamDecision Continue(string id, JsonObject activity, JsonObject state)
    {
        if (!_streams.TryGetValue(id, out var stream))
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Content stream is not allowed");
        if (stream.IsOver)
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Content stream was already completed");
        if (stream.IsStopped)
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Content stream was canceled by user");
        var now = time.GetUtcNow();
        if (now - stream.Begun > Longest)
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Content stream exceeded streaming time");
        if (now - stream.Last < Pace)
            return new StreamDecision.Refused(Reply.Error(HttpStatusCode.TooManyRequests, "TooManyRequests", "API calls quota exceeded") with { RetryAfter = Pace });
        stream.Last = now;
        var text = (string?)activity["text"] ?? "";
        if ((string?)state["streamType"] != "informative" && !text.StartsWith(stream.Shown, StringComparison.Ordinal))
            return Refuse(HttpStatusCode.Forbidden, NotAllowed, "Request streamed content should contain the previously streamed content");
        if ((string?)state["streamType"] == "final")
        {
            stream.IsOver = true;
            return new StreamDecision.Continued(id);
        }

        if ((int)state["streamSequence"]! <= stream.Sequence)
            return new StreamDecision.Refused(Reply.Error(HttpStatusCode.Accepted, "ContentStreamSequenceOrderPreConditionFailed", "Out of order"));
        stream.Sequence = (int)state["streamSequence"]!;
        if ((string?)state["streamType"] == "streaming")
            stream.Shown = text;
        return new StreamDecision.Continued(id);
    }

    private static StreamDecision.Refused Refuse(HttpStatusCode status, string code, string message) => new(Reply.Error(status, code, message));

    private sealed class Running(string conversation)
    {
        public string Conversation { get; } = conversation;

        public DateTimeOffset Begun { get; init; }

        public DateTimeOffset Last { get; set; }

        public int Sequence { get; set; }

        /// <summary>The text of the last piece; informative updates are none.</summary>
        public string Shown { get; set; } = "";

        public bool IsStopped { get; set; }

        public bool IsOver { get; set; }
    }
}
