namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>What became of something sent to the channel.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Accepted.</summary>
    /// <param name="ActivityId">As the channel names it; null where it gives none.</param>
    public sealed record Sent(string? ActivityId) : SendOutcome;

    /// <summary>The bot may not write there any more (blocked, uninstalled): final.</summary>
    public sealed record ConversationClosed : SendOutcome;

    /// <summary>The person pressed "Stop": nothing more is to be sent for this turn.</summary>
    public sealed record Stopped : SendOutcome;

    /// <summary>Refused for what it says; trying again would not help.</summary>
    /// <param name="Status">The HTTP status; 0 when it never left (the address is not allowed).</param>
    /// <param name="Code">The channel's own code; may be empty.</param>
    public sealed record Refused(int Status, string Code) : SendOutcome;

    /// <summary>Not delivered after all attempts: the channel or the token service does not answer. It may have arrived all the same.</summary>
    public sealed record Unreachable : SendOutcome;
}
