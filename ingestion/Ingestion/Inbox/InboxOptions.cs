using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>How uploads wait, are read and are forgotten.</summary>
public sealed class InboxOptions
{
    /// <summary>Uploads read at once: questions are answered beside them. Default 2.</summary>
    [Range(1, 64)]
    public int ReadersAtOnce { get; set; } = 2;

    /// <summary>Attempts to read an upload that ended with the program's end, after which it is refused. Default 3.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Days for which a settled upload stays listed. Default 7.</summary>
    [Range(1, 365)]
    public int KeepSettledDays { get; set; } = 7;
}
