using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Sheet;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>What was handed in and is not yet put away.</summary>
public sealed record InboxView
{
    /// <summary>More lines than anyone edits at once; the next ones show when these are put away.</summary>
    public const int MostRows = 200;

    public required Language Language { get; init; }

    /// <summary>In the order received: a line keeps its place from the first byte to its outcome.</summary>
    public required ImmutableArray<UploadRow> Rows { get; init; }

    /// <summary>Uploads beyond <see cref="MostRows"/>.</summary>
    public required int Further { get; init; }

    public required int MaxMebibytes { get; init; }

    /// <summary>What an order came to; null when the page was merely opened.</summary>
    public SheetNotice? Notice { get; init; }

    /// <summary>Files that were sent just now and not taken.</summary>
    public ImmutableArray<SheetNotice> Refused { get; init; } = [];

    public int UnderWay => Rows.Count(row => row.Step is InboxStep.Received or InboxStep.Reading or InboxStep.Publishing);

    public int Ready => Rows.Count(row => row.Draft is not null);

    public int Publishable => Rows.Count(row => row.Draft is { IsPublishable: true });

    public int Ticked => Rows.Count(row => row.Draft is { IsPublishable: true, Warnings.IsEmpty: false });

    public int Waiting => Ready - Publishable;

    public int Settled => Rows.Count(row => row.Outcome is not null);
}
