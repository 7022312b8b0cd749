using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>Which message of the channel is which answered turn, so that a rating finds its answer.</summary>
internal sealed class SentAnswers(TimeProvider time)
{
    /// <param name="address">Where it was sent.</param>
    /// <param name="activityId">As the channel named the message (of a streamed one its stream id); null: it gave no name.</param>
    /// <param name="conversation">Where the turn is kept.</param>
    /// <param name="turn">The turn.</param>
    public Task KeepAsync(ReplyAddress address, string? activityId, ConversationId conversation, TurnId turn) =>
        Task.FromResult((time.GetUtcNow(), address, activityId, conversation, turn));
}
