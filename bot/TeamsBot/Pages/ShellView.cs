using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>The rooms that the header leads to.</summary>
public enum PageKind
{
    Chat,
    Documents,

    /// <summary>A passage opened by itself: none of the rooms.</summary>
    Passage,
}

/// <summary>What every page has around its own content.</summary>
public sealed record ShellView
{
    public required Language Language { get; init; }

    public required PageKind Page { get; init; }

    /// <summary>Path and query of this page without its language, for the links that change it.</summary>
    public required string Address { get; init; }

    /// <summary>Changes with style sheets and scripts, so that a browser may keep them for ever.</summary>
    public required string AssetTag { get; init; }

    /// <summary>"embedded · AgentHelpdesk 0.4 · 1 234 fragments · dernière sauvegarde 24/11/2026 10:12": what the foot says, in parts.</summary>
    public required IReadOnlyList<string> Foot { get; init; }
}
