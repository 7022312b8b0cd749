namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>Whether the sender of an activity is let in.</summary>
public abstract record SenderOutcome
{
    private SenderOutcome() { }

    public sealed record Accepted : SenderOutcome;

    /// <param name="Reason">For the log alone.</param>
    public sealed record Denied(string Reason) : SenderOutcome;

    /// <summary>The token is good, but the person is of a tenant that isn't answered.</summary>
    /// <param name="Reason">For the log alone.</param>
    public sealed record Stranger(string Reason) : SenderOutcome;

    /// <summary>It can't be told now, for a reason of ours: the sender may come again.</summary>
    /// <param name="Reason">For the log alone.</param>
    public sealed record Undecided(string Reason) : SenderOutcome;
}
