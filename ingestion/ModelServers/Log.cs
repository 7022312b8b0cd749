using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ModelServers;

internal static partial class Log
{
    [LoggerMessage(600, LogLevel.Information, "{Kind} server: try {Attempt} failed with status {Status} (0: not reached), tried again in {Milliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, string kind, int attempt, int status, double milliseconds);

    [LoggerMessage(601, LogLevel.Warning, "{Kind} server failed repeatedly and is left alone for {Seconds:0} s")]
    public static partial void CircuitOpened(ILogger logger, string kind, double seconds);

    [LoggerMessage(602, LogLevel.Warning, "{Kind} server answers again")]
    public static partial void CircuitClosed(ILogger logger, string kind);

    [LoggerMessage(603, LogLevel.Information, "{Kind} server is still left alone; a call was refused")]
    public static partial void CircuitIsOpen(ILogger logger, string kind);

    [LoggerMessage(604, LogLevel.Warning, "{Kind} server: a call failed with {Failure}, status {Status} (0: none)")]
    public static partial void CallFailed(ILogger logger, string kind, string failure, int status);
}
