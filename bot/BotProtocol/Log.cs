using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol;

/// <summary>What the protocol records. Never an id, a name or a text of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(400, LogLevel.Warning, "Sender was not let in: {Reason}")]
    public static partial void SenderDenied(ILogger logger, string reason);

    [LoggerMessage(420, LogLevel.Error, "Turn {Turn} failed, reference {Reference}")]
    public static partial void TurnFailed(ILogger logger, string turn, string reference, Exception exception);
}
