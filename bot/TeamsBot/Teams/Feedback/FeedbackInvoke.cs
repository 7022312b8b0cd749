using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>What agents say of an answer with its thumbs.</summary>
internal sealed class FeedbackInvoke(TimeProvider time)
{
    public Task<InvokeReply> AnswerAsync(Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult(time.GetUtcNow() > DateTimeOffset.MinValue && activity.Name is InvokeName.Feedback or InvokeName.FeedbackForm && !cancellationToken.IsCancellationRequested ? InvokeReply.NotAnswered : InvokeReply.Done);
}
