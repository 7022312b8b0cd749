using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Names a conversation of the channel for this house: keyed, renewed every day, so that what is kept names nobody, and nothing says that two
/// days' conversations are one person's.
/// </summary>
internal sealed class Pseudonyms(DayKeys keys)
{
    /// <summary>Today's.</summary>
    public ConversationId Of(ReplyAddress address) => Conversation(keys.Read()[0], address);

    /// <summary>Every one under which something may still be kept, today's first.</summary>
    public ImmutableArray<ConversationId> AllOf(ReplyAddress address) => [.. keys.Read().Select(key => Conversation(key, address))];

    /// <summary>What is kept instead of an id of the channel: today's digest of it.</summary>
    /// <param name="purpose">The same id is another digest elsewhere, so that two tables can't be joined by it.</param>
    /// <param name="id">What to name; several parts where one alone may not be unique.</param>
    public string DigestOf(string purpose, params ReadOnlySpan<string> id) => Digest(keys.Read()[0], purpose, id);

    /// <summary>Every digest under which it may still be kept, today's first.</summary>
    public ImmutableArray<string> DigestsOf(string purpose, params string[] id) => [.. keys.Read().Select(key => Digest(key, purpose, id))];

    private static ConversationId Conversation(byte[] key, ReplyAddress address) =>
        ConversationId.TryParse(Digest(key, "conversation", [address.ChannelId, address.ConversationId]), out var id)
            ? id : throw new InvalidOperationException("The digits of a digest are no conversation's.");

    private static string Digest(byte[] key, string purpose, ReadOnlySpan<string> id)
    {
        // Lengths stand before the parts: two ids never become one text.
        var text = new StringBuilder(purpose);
        foreach (var part in id)
            text.Append('\n').Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
