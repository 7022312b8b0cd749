using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <param name="Method">POST or PUT.</param>
/// <param name="Conversation">As in the address.</param>
/// <param name="Id">Given to it, or of the activity it replaces; of a streamed one that of its stream.</param>
/// <param name="Body">As it came.</param>
public sealed record SentActivity(string Method, string Conversation, string Id, JsonObject Body)
{
    public DateTimeOffset At { get; init; }

    /// <summary>The header it came with; null: none.</summary>
    public string? Authorization { get; init; }

    public string? Type => (string?)Body["type"];

    public string Text => (string?)Body["text"] ?? "";

    public bool IsMessage => Type == "message";

    /// <summary>The stream it belongs to; null: none.</summary>
    public JsonObject? Stream => StreamRules.State(Body);
}

/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Conversation">As in the address; of a new one empty.</param>
/// <param name="Status">What was answered.</param>
/// <param name="Why">The body of the answer.</param>
/// <param name="Text">The body of the call.</param>
public sealed record RefusedCall(string Method, string Conversation, int Status, string Why, string Text);
