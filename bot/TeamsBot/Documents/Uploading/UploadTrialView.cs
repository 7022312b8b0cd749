using AgentHelpdesk.TeamsBot.Documents.Sheet;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>A line tried before it is published.</summary>
public sealed record UploadTrialView
{
    public required string Upload { get; init; }
    public required string FileName { get; init; }
    public required UploadDraft Draft { get; init; }
    public required string Question { get; init; }
    public required string Date { get; init; }

    /// <summary>Null before a question, or when it could not be asked.</summary>
    public required Trial? Trial { get; init; }

    /// <summary>Why it could not be asked.</summary>
    public required SheetNotice? Notice { get; init; }
}
