using System.Collections.Immutable;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>Names messages and those who rate them for this house, by the day's keys: once these are erased, nothing leads back to the channel's ids.</summary>
internal sealed class RatedPlaces(Pseudonyms pseudonyms)
{
    /// <summary>As it is kept of a message that is sent today.</summary>
    public string Message(ReplyAddress address, string activityId) => pseudonyms.DigestOf("message", address.ChannelId, address.ConversationId, activityId);

    /// <param name="address">Where a click came from, and whose it is.</param>
    /// <param name="ratedId">The message it is about; null or empty: not said.</param>
    public ImmutableArray<RatedPlace> Of(ReplyAddress address, string? ratedId)
    {
        var raters = pseudonyms.DigestsOf("rater", address.ChannelId, address.ConversationId, address.UserId);
        var messages = string.IsNullOrEmpty(ratedId) ? [] : pseudonyms.DigestsOf("message", address.ChannelId, address.ConversationId, ratedId);
        return [.. pseudonyms.AllOf(address).Zip(raters).Select((one, day) => new RatedPlace(one.First, messages.ElementAtOrDefault(day), one.Second))];
    }
}
