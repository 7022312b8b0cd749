using System.Text.Json.Nodes;

namespace AgentHelpdesk.BotProtocol;

/// <summary>The answer to an invoke: an HTTP status and the body that the channel reads.</summary>
/// <param name="Status">200; 501 for a name that the bot doesn't answer.</param>
/// <param name="Body">Null: none.</param>
public sealed record InvokeReply(int Status, JsonObject? Body = null)
{
    public static InvokeReply Done { get; } = new(200);

    public static InvokeReply NotAnswered { get; } = new(501);
}
