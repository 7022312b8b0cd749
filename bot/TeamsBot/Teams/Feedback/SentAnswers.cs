using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>Which message of the channel is which answered turn, so that a rating finds its answer. Goes with the turn.</summary>
internal sealed class SentAnswers(GroupedWrites writes, RatedPlaces places, ILogger<SentAnswers> logger)
{
    /// <summary>Never fails: the answer was given, and a rating of it can still be inferred.</summary>
    /// <param name="address">Where it was sent.</param>
    /// <param name="activityId">As the channel named the message (of a streamed one its stream id); null: it gave no name.</param>
    /// <param name="conversation">Where the turn is kept.</param>
    /// <param name="turn">The turn.</param>
    public async Task KeepAsync(ReplyAddress address, string? activityId, ConversationId conversation, TurnId turn)
    {
        try
        {
            if (!string.IsNullOrEmpty(activityId))
                await KeepAsync(places.Message(address, activityId), conversation, turn);
        }
        catch (Exception exception)
        {
            Log.SentAnswerNotKept(logger, exception);
        }
    }

    private Task<int> KeepAsync(string message, ConversationId conversation, TurnId turn) => writes.WriteAsync(statements => statements.Execute(
        """
        INSERT INTO sent (message, turn)
        SELECT $message, t.key FROM turn t JOIN conversation c ON c.key = t.conversation WHERE t.id = $turn AND c.id = $conversation
        ON CONFLICT (message) DO UPDATE SET turn = excluded.turn
        """,
        ("$message", message),
        ("$turn", turn.Value),
        ("$conversation", conversation.Value)));
}
