using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TeamsBot.Teams.Feedback;
using AgentHelpdesk.TeamsBot.Teams.Speaking;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>A question in Teams: progress while it is worked on, one message with what it came to, and which message that was for its rating.</summary>
internal sealed class AskedQuestions(
    Conversation conversations,
    Pseudonyms pseudonyms,
    AgentLanguage languages,
    AnswerMessage answers,
    AbstentionMessage abstentions,
    SuggestNearby nearby,
    SuggestQuestions suggestions,
    SentAnswers sent,
    IOptions<BotOptions> options,
    IOptions<AudienceOptions> audience,
    TimeProvider time,
    ILogger<AskedQuestions> logger)
{
    // What is at hand; the search for it goes on in the background for the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public async Task AnswerAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, replies.Stopped);
        var conversation = pseudonyms.Of(turn.Address);
        TurnOutcome outcome;
        Activity message;
        try
        {
            (outcome, message) = await ProgressTeller.WhileAsync(
                progress => AskAsync(turn, conversation, progress, stop.Token), replies, languages.For(turn.Address, turn.Text), Silence(turn), time, stop.Token);
        }
        catch (OperationCanceledException) when (replies.Stopped.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.TurnStopped(logger, turn.Key);
            return;
        }

        var delivery = await replies.AnswerAsync(message, cancellationToken);
        if (outcome is TurnOutcome.Answered answered && delivery is SendOutcome.Sent { ActivityId: var id })
            await sent.KeepAsync(turn.Address, id, conversation, answered.Turn);
    }

    private async Task<(TurnOutcome Outcome, Activity Message)> AskAsync(
        PendingTurn turn, ConversationId conversation, IProgress<AnswerStep> progress, CancellationToken cancellationToken)
    {
        var outcome = await conversations.AskAsync(new(conversation, turn.Text, "", languages.Chosen(turn.Address), Progress: progress), cancellationToken);
        return (outcome, await MessageAsync(outcome, turn.Address.IsPersonal, cancellationToken));
    }

    // A turn that waited for others has used up its silence.
    private TimeSpan Silence(PendingTurn turn)
    {
        var left = turn.ReceivedAt.AddMilliseconds(options.Value.ProgressAfterMilliseconds) - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task<Activity> MessageAsync(TurnOutcome outcome, bool isPersonal, CancellationToken cancellationToken) => outcome switch
    {
        TurnOutcome.Answered { View: AnswerView.Grounded view } => answers.Of(view),
        TurnOutcome.Answered { View: AnswerView.Abstention view, Answer: Answer.Abstention answer } =>
            abstentions.Of(view, await QuestionsAsync(answer, cancellationToken), isPersonal),
        TurnOutcome.Unclear unclear => PlainMessage.Of(Verbatim.Of(unclear.Sentence), Messages.In(unclear.Language)),
        TurnOutcome.Failed failed => PlainMessage.Of(Verbatim.Of(failed.Sentence), Messages.In(failed.Language)),
        _ => throw new InvalidOperationException("A turn came to an outcome that no case names."),
    };

    private async Task<ImmutableArray<string>> QuestionsAsync(Answer.Abstention answer, CancellationToken cancellationToken)
    {
        try
        {
            return answer.Reason == AbstentionReason.OutOfScope
                ? (await suggestions.OfCorpusAsync(Suggested.Most, cancellationToken).WaitAsync(Patience, time, cancellationToken)).Answerable
                : await nearby.OfAsync(answer, Turn.Audiences(audience.Value), Suggested.Most, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NothingSuggested(logger, exception);
            return [];
        }
    }
}
