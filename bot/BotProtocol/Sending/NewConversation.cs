using System.Collections.Immutable;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>A conversation that the bot begins: a chat with one person, or a thread of a channel with its first message. Teams makes no others for bots.</summary>
internal sealed record NewConversation
{
    public required bool IsGroup { get; init; }

    public required ChannelAccount Bot { get; init; }

    public required string TenantId { get; init; }

    public ImmutableArray<ChannelAccount>? Members { get; init; }

    public TeamsFields? ChannelData { get; init; }

    public Activity? Activity { get; init; }
}

/// <param name="Id">Of the conversation.</param>
/// <param name="ActivityId">Of the first message; null in a chat.</param>
internal sealed record MadeConversation(string? Id, string? ActivityId = null);

/// <summary>What came of beginning a conversation.</summary>
public abstract record ConversationOutcome
{
    private ConversationOutcome() { }

    /// <param name="ConversationId">Of a thread with its ";messageid=…".</param>
    /// <param name="ActivityId">Of the first message; null in a chat.</param>
    public sealed record Begun(string ConversationId, string? ActivityId) : ConversationOutcome;

    public sealed record NotBegun(SendOutcome Why) : ConversationOutcome;
}
