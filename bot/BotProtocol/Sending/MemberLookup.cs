using System.Collections.Immutable;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>What the channel says of a person in a conversation.</summary>
public abstract record MemberLookup
{
    private MemberLookup() { }

    public sealed record Found(ChannelAccount Member) : MemberLookup;

    /// <summary>Nobody by that id is in the conversation.</summary>
    public sealed record NotThere : MemberLookup;

    /// <summary>The channel didn't say: it is gone, the bot isn't in the conversation, or the address is not allowed.</summary>
    public sealed record Unknown : MemberLookup;
}

/// <summary>Some of a conversation's members.</summary>
/// <param name="Members">In the channel's order.</param>
/// <param name="ContinuationToken">Asks for the next; null: these were the last.</param>
public sealed record ChannelRoster(ImmutableArray<ChannelAccount> Members, string? ContinuationToken = null);
