using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>"Chercher la règle" from the compose box and from a message: passages to insert as cards.</summary>
internal sealed class SearchInvoke(TimeProvider time)
{
    public Task<InvokeReply> AnswerAsync(Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult(time.GetUtcNow() == DateTimeOffset.MinValue || activity.Name is null || cancellationToken.IsCancellationRequested ? InvokeReply.Done : InvokeReply.NotAnswered);
}
