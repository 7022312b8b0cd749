using System.Security.Cryptography;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Feedback;
using AgentHelpdesk.TeamsBot.Teams.Searching;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>The helpdesk in Teams: which activity asks for what.</summary>
internal sealed class HelpdeskBot(
    Conversation conversations, Pseudonyms pseudonyms, SentAnswers sent, FeedbackInvoke feedback, SearchInvoke search, TimeProvider time) : IBot
{
    public PendingTurn? Read(Activity activity)
    {
        if (activity.Type != ActivityType.Message || ReplyAddress.Of(activity) is not { } address)
            return null;
        return new()
        {
            Key = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Address = address,
            Kind = TurnKind.Message,
            Text = PersonalDataMask.Mask(activity.Text ?? ""),
            Value = activity.Value,
            ReceivedAt = time.GetUtcNow(),
        };
    }

    public async Task RunAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken)
    {
        var conversation = pseudonyms.Of(turn.Address);
        var outcome = await conversations.AskAsync(new(conversation, turn.Text, "", null), cancellationToken);
        var text = outcome switch
        {
            TurnOutcome.Answered answered => AnswerText.Of(answered.View),
            TurnOutcome.Unclear unclear => unclear.Sentence,
            TurnOutcome.Failed failed => failed.Sentence,
            _ => throw new InvalidOperationException("A turn came to an outcome that no case names."),
        };
        var delivery = await replies.AnswerAsync(new() { Type = ActivityType.Message, Text = text }, cancellationToken);
        if (outcome is TurnOutcome.Answered told && delivery is SendOutcome.Sent { ActivityId: var id })
            await sent.KeepAsync(turn.Address, id, conversation, told.Turn);
    }

    public Task ApologizeAsync(PendingTurn turn, ITurnReplies replies, string? reference, CancellationToken cancellationToken) =>
        replies.AnswerAsync(new() { Type = ActivityType.Message, Text = Messages.In(Language.French).TurnFailed(reference ?? "") }, cancellationToken);

    public Task<InvokeReply> InvokeAsync(Activity activity, CancellationToken cancellationToken) => activity.Name switch
    {
        InvokeName.Feedback or InvokeName.FeedbackForm => feedback.AnswerAsync(activity, cancellationToken),
        InvokeName.Search or InvokeName.SearchForm or InvokeName.SearchSubmit or InvokeName.SearchSelected => search.AnswerAsync(activity, cancellationToken),
        _ => Task.FromResult(InvokeReply.NotAnswered),
    };
}
