using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Inbox;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>How far a file dropped on the chat page is.</summary>
public sealed record HandedInView
{
    public required UploadId Upload { get; init; }

    /// <summary>As its sender named it; empty when it is no longer known.</summary>
    public required string File { get; init; }

    /// <summary>"12 pages lues sur 40", "prêt, pas encore publié", or what became of it.</summary>
    public required string Step { get; init; }

    /// <summary>Waits for a knowledge manager.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Nothing more will happen to it by itself.</summary>
    public required bool IsSettled { get; init; }

    /// <summary>Made from its headings; empty until it is published.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];
}
