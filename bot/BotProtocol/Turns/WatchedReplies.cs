using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>Knows whether the answer was given away, and says so before it leaves.</summary>
internal sealed class WatchedReplies(ITurnReplies replies, Action leaving) : ITurnReplies
{
    private bool _isAnswered;

    /// <summary>It was begun to be sent: whatever came of it, nothing else is sent for this turn.</summary>
    public bool IsAnswered => Volatile.Read(ref _isAnswered);

    public CancellationToken Stopped => replies.Stopped;

    public Task ShowProgressAsync(string text, CancellationToken cancellationToken) =>
        IsAnswered ? Task.CompletedTask : replies.ShowProgressAsync(text, cancellationToken);

    public Task<SendOutcome> AnswerAsync(Activity message, CancellationToken cancellationToken)
    {
        if (!Interlocked.Exchange(ref _isAnswered, true))
            leaving();
        return replies.AnswerAsync(message, cancellationToken);
    }
}
