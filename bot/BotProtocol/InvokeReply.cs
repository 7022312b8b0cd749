using System.Text.Json.Nodes;

namespace AgentHelpdesk.BotProtocol;

/// <summary>The answer to an invoke: an HTTP status and the body that the channel reads.</summary>
/// <param name="Status">200; 400 for a value and 501 for a name that the bot doesn't understand; 503 when it could not do what was asked.</param>
/// <param name="Body">Null: none.</param>
public sealed record InvokeReply(int Status, JsonObject? Body = null)
{
    public static InvokeReply Done { get; } = new(200);

    public static InvokeReply NotAnswered { get; } = new(501);

    /// <summary>The value is not of a form that the bot knows.</summary>
    public static InvokeReply NotUnderstood { get; } = new(400);

    /// <summary>Nothing was done; the person is shown an error and may press again.</summary>
    public static InvokeReply TryAgain { get; } = new(503);
}
