using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Conversations;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>What the chat page shows besides its fixed sentences.</summary>
public sealed record ChatPageView
{
    public required ShellView Shell { get; init; }

    /// <summary>For a browser without script; the page's own script puts its tab's in its place.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>Null: the store can't be read.</summary>
    public required WelcomeView? Welcome { get; init; }

    public required bool ReadingSamples { get; init; }

    /// <summary>Empty when the page is opened: the script asks for the turns of its tab. Without script they come with the page.</summary>
    public required ImmutableArray<ShownTurn> Turns { get; init; }

    public required string TypedQuestion { get; init; }

    public required string TypedDate { get; init; }

    /// <summary>What an act of a browser without script came to; empty otherwise.</summary>
    public required string Said { get; init; }
}
