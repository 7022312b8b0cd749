using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Turns;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>The replies of a turn through the connector.</summary>
internal sealed class ConnectorReplies(PendingTurn turn, ConnectorClient connector, ITurnJournal journal) : ITurnReplies
{
    public CancellationToken Stopped => CancellationToken.None;

    public Task ShowProgressAsync(string text, CancellationToken cancellationToken) =>
        connector.SendAsync(turn.Address, new() { Type = ActivityType.Typing }, cancellationToken);

    public async Task<SendOutcome> AnswerAsync(Activity message, CancellationToken cancellationToken)
    {
        await journal.MarkSendingAsync(turn.Key, cancellationToken);
        return await connector.SendAsync(turn.Address, message, cancellationToken);
    }
}
