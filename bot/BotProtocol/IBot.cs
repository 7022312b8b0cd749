using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Turns;

namespace AgentHelpdesk.BotProtocol;

/// <summary>What the bot does with activities whose token and tenant were checked. This room knows nothing of what it says.</summary>
public interface IBot
{
    /// <summary>What is to be kept and done of an activity that is no invoke, with personal data masked; null: acknowledge it, do nothing.</summary>
    PendingTurn? Read(Activity activity);

    /// <summary>Does it. Failures are said to the person inside; what it throws is logged and said by <see cref="ApologizeAsync"/>.</summary>
    Task RunAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken);

    /// <summary>One sentence instead of an answer: the turn failed, or was left by an earlier life of the program and is too old.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="replies">Where to say it.</param>
    /// <param name="reference">What the log knows it by; null: there was no failure, it is too old.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task ApologizeAsync(PendingTurn turn, ITurnReplies replies, string? reference, CancellationToken cancellationToken);

    /// <summary>Answers while the channel waits (10 seconds at most).</summary>
    Task<InvokeReply> InvokeAsync(Activity activity, CancellationToken cancellationToken);
}
