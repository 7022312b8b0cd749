using System.Security.Cryptography;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Feedback;
using AgentHelpdesk.TeamsBot.Teams.Searching;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>The helpdesk in Teams: which activity asks for what.</summary>
internal sealed class HelpdeskBot(
    AskedQuestions questions, BotCommands commands, Arrivals arrivals, AgentLanguage languages, FeedbackInvoke feedback, SearchInvoke search, PersonalDataMask mask, TimeProvider time) : IBot
{
    /// <summary>Edits, removals, reactions, read receipts, people who come and go: acknowledged, and nothing is done.</summary>
    public PendingTurn? Read(Activity activity)
    {
        var isArrival = Arrivals.IsOne(activity);
        if ((activity.Type != ActivityType.Message && !isArrival) || ReplyAddress.Of(activity) is not { } address)
            return null;
        return new()
        {
            Key = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Address = address,
            Kind = isArrival ? TurnKind.Arrival : TurnKind.Message,
            // Of what a card's fields sent only the question on a button is kept, as text.
            Text = isArrival ? "" : TypedText.Of(activity, mask),
            ReceivedAt = time.GetUtcNow(),
        };
    }

    public Task RunAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken)
    {
        if (turn.Kind == TurnKind.Arrival)
            return arrivals.GreetAsync(turn, replies, cancellationToken);
        if (BotCommand.Find(turn.Text) is { } command)
            return commands.AnswerAsync(turn, command, replies, cancellationToken);
        // A file or a picture alone, a mention alone, a button that says nothing.
        return string.IsNullOrWhiteSpace(turn.Text)
            ? SayAsync(turn, messages => messages.EmptyInTeams, replies, cancellationToken)
            : questions.AnswerAsync(turn, replies, cancellationToken);
    }

    public Task ApologizeAsync(PendingTurn turn, ITurnReplies replies, string? reference, CancellationToken cancellationToken)
    {
        // Who came to no answer because a greeting failed is not troubled with it.
        return turn.Kind == TurnKind.Arrival
            ? Task.CompletedTask
            : SayAsync(turn, messages => reference is null ? messages.TurnLeft : messages.TurnFailed(reference), replies, cancellationToken);
    }

    public Task<InvokeReply> InvokeAsync(Activity activity, CancellationToken cancellationToken) => activity.Name switch
    {
        InvokeName.Feedback or InvokeName.FeedbackForm => feedback.AnswerAsync(activity, cancellationToken),
        InvokeName.Search or InvokeName.SearchForm or InvokeName.SearchSubmit or InvokeName.SearchSelected => search.AnswerAsync(activity, cancellationToken),
        _ => Task.FromResult(InvokeReply.NotAnswered),
    };

    private Task<SendOutcome> SayAsync(PendingTurn turn, Func<Messages, string> sentence, ITurnReplies replies, CancellationToken cancellationToken)
    {
        var messages = languages.For(turn.Address, turn.Text);
        return replies.AnswerAsync(PlainMessage.Of(sentence(messages), messages), cancellationToken);
    }
}
