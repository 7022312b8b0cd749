using System.Security.Cryptography;
using System.Text;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Conversations;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Names a conversation of the channel for this house: keyed, renewed every day, so that what is kept names nobody, and nothing says that two
/// days' conversations are one person's.
/// </summary>
internal sealed class Pseudonyms
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public ConversationId Of(ReplyAddress address)
    {
        var name = Encoding.UTF8.GetBytes($"{address.ChannelId}\n{address.ConversationId}");
        return ConversationId.TryParse(Convert.ToHexStringLower(HMACSHA256.HashData(_key, name).AsSpan(0, 16)), out var id)
            ? id : throw new InvalidOperationException("The digits drawn are no conversation's.");
    }
}
