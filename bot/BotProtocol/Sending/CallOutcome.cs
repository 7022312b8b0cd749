using System.Net;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>What came of a call of the connector.</summary>
internal abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>Done.</summary>
    /// <param name="Body">As it came; may be empty.</param>
    public sealed record Done(ReadOnlyMemory<byte> Body) : CallOutcome;

    /// <summary>The connector said no, and would say it again.</summary>
    /// <param name="Status">Its HTTP status.</param>
    /// <param name="Error">Its reason.</param>
    public sealed record Refused(HttpStatusCode Status, ConnectorError Error) : CallOutcome;

    /// <summary>The address is none that the bot writes to: nothing left.</summary>
    public sealed record NotAllowed : CallOutcome;

    /// <summary>The bot may not write there any more.</summary>
    public sealed record Closed : CallOutcome;

    /// <summary>No answer after all attempts, or none that tells whether it arrived.</summary>
    public sealed record Unreachable : CallOutcome;
}
