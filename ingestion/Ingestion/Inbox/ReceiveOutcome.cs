namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>What became of a file that was sent.</summary>
public abstract record ReceiveOutcome
{
    private ReceiveOutcome() { }

    /// <summary>Its bytes are safe: it will be read, also after the process was killed.</summary>
    public sealed record Received(InboxEntry Entry) : ReceiveOutcome;

    /// <summary>Nothing of it is kept.</summary>
    /// <param name="File">Its name, cleaned.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">The value found, for the message; untrusted text.</param>
    public sealed record Refused(string File, RefusalReason Reason, string Detail) : ReceiveOutcome;
}
