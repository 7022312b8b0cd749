using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>How far an upload is.</summary>
public enum InboxStep
{
    /// <summary>Its bytes are safe on the disk; it waits to be read.</summary>
    Received,
    Reading,

    /// <summary>Read: its review waits for a knowledge manager's order.</summary>
    Ready,
    Publishing,

    /// <summary>Its outcome is final, its bytes are no longer kept here.</summary>
    Settled,
}

/// <summary>One upload on its way from being received to its outcome.</summary>
public sealed record InboxEntry
{
    public required UploadId Id { get; init; }

    /// <summary>As the sender named it, without folders and control characters; untrusted text, never a path.</summary>
    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Null when its notes were damaged.</summary>
    public ContentHash? Content { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public InboxStep Step { get; init; }

    public int PagesRead { get; init; }

    /// <summary>0 until its first page is read.</summary>
    public int PagesTotal { get; init; }

    /// <summary>The document it was handed in as a new revision of, by explicit choice; null when nothing was chosen.</summary>
    public DocumentId? Replaces { get; init; }

    /// <summary>What reading gave; null until it is ready.</summary>
    public InboxReview? Review { get; init; }

    /// <summary>When settled, what became of it; when ready, why the last attempt to publish it failed; null otherwise.</summary>
    public IngestOutcome? Outcome { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How often reading it was begun: written before each attempt, so that a file that ends the process is known.</summary>
    public int Attempts { get; init; }
}
