using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>
/// Where the replies of one turn go: through the connector, or into the body of the response that waits for them. The bot writes type, text,
/// attachments, entities, suggestions and channel data; addresses are filled in here.
/// </summary>
public interface ITurnReplies
{
    /// <summary>
    /// Says what is being done, at most as often as the channel bears: an informative update in a personal chat, "typing" elsewhere, nothing
    /// in a body. Quick answers need none. Never fails a turn.
    /// </summary>
    Task ShowProgressAsync(string text, CancellationToken cancellationToken);

    /// <summary>Sends the one answer of the turn, at most once; it takes the place of the progress shown.</summary>
    Task<SendOutcome> AnswerAsync(Activity message, CancellationToken cancellationToken);

    /// <summary>The person pressed "Stop" or closed the conversation, as far as is known: what is still being done may be given up.</summary>
    CancellationToken Stopped { get; }
}
