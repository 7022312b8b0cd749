using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// Whether a person belongs to an organisation that is answered. The tenant that an activity names is that of the chat; who is a guest in it, or comes
/// from another organisation, only the channel's roster tells. Whoever it doesn't vouch for is not answered.
/// </summary>
public sealed class MemberCheck(ConnectorClient connector, AllowedTenants tenants, IOptions<BotOptions> options, TimeProvider time, ILogger<MemberCheck> logger)
{
    // The part of a guest's name in the directory that says so.
    private const string GuestMark = "#EXT#";

    private readonly KnownMembers _known = new(time);

    /// <summary>Asks the roster of the conversation, or remembers what it said within the hour.</summary>
    public Task<Membership> CheckAsync(ReplyAddress address, CancellationToken cancellationToken) => CheckAsync(address, mayBeElsewhere: false, cancellationToken);

    /// <summary>
    /// The same for what can be asked in a chat that the bot is not in, whose roster it can't read (a search from the compose box): the person is looked up
    /// in their own chat with the bot. Without that either, they are not answered.
    /// </summary>
    public Task<Membership> CheckAnywhereAsync(ReplyAddress address, CancellationToken cancellationToken) => CheckAsync(address, mayBeElsewhere: true, cancellationToken);

    private async Task<Membership> CheckAsync(ReplyAddress address, bool mayBeElsewhere, CancellationToken cancellationToken)
    {
        // Without tokens nobody can vouch for anybody; replies go to this machine alone.
        if (options.Value.AllowAnonymous && CloudPlaces.IsLoopback(address.ServiceUrl))
            return Membership.Member;
        if (_known.Find(address) is { } known)
            return known;
        var lookup = await connector.FindMemberAsync(address, cancellationToken);
        if (lookup is not MemberLookup.Found && mayBeElsewhere)
            lookup = await FindInOwnChatAsync(address, cancellationToken);
        var membership = Judge(lookup, address);
        // "Nobody by that name here" may be said of the chat rather than of the person: not remembered.
        if (lookup is MemberLookup.Found)
            _known.Keep(address, membership);
        if (membership != Membership.Member)
            Log.MemberDenied(logger, membership);
        return membership;
    }

    private async Task<MemberLookup> FindInOwnChatAsync(ReplyAddress address, CancellationToken cancellationToken)
    {
        // Not in the name of the conversation asked from: that one may be known to be closed to the bot.
        var own = address with { ConversationId = address.UserId, ConversationType = ConversationType.Personal };
        return await connector.BeginChatAsync(own, cancellationToken) is ConversationOutcome.Begun begun
            ? await connector.FindMemberAsync(own with { ConversationId = begun.ConversationId }, cancellationToken)
            : new MemberLookup.Unknown();
    }

    private Membership Judge(MemberLookup lookup, ReplyAddress address) => lookup switch
    {
        MemberLookup.Found { Member: var member } => IsOneOfOurs(member, address) ? Membership.Member : Membership.Stranger,
        MemberLookup.NotThere => Membership.Stranger,
        _ => Membership.Unknown,
    };

    // A guest's tenant in the roster is the chat's, hence role and name are asked too; where the channel names no role, the name must be there to tell.
    private bool IsOneOfOurs(ChannelAccount member, ReplyAddress address) =>
        member.Id == address.UserId && tenants.Includes(member.TenantId)
        && member.UserPrincipalName?.Contains(GuestMark, StringComparison.OrdinalIgnoreCase) != true
        && (member.UserRole is { } role ? role.Equals("user", StringComparison.OrdinalIgnoreCase) : member.UserPrincipalName is { Length: > 0 });
}

/// <summary>Whether a person is answered.</summary>
public enum Membership
{
    /// <summary>Of an organisation that is answered.</summary>
    Member,

    /// <summary>A guest, or of another organisation.</summary>
    Stranger,

    /// <summary>The channel didn't say; it may next time.</summary>
    Unknown,
}
