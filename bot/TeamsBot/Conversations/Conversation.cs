using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Conversations;

/// <summary>
/// Questions that lean on earlier ones: asks, keeps what was answered for a while, forgets on demand. What can't be read or kept is logged
/// and left out: an answer that was found is always given.
/// </summary>
internal sealed class Conversation(
    Turn turns, KeptConversations conversations, ReportedQuestions reports, TurnRecords records, ConversationQueue queue, TimeProvider time, ILogger<Conversation> logger)
{
    /// <summary>A follow-up leans on the question before it, which was kept as it was understood; more is only for the writers to come.</summary>
    private const int EarlierRead = 3;

    /// <summary>Asks with what was asked before in the conversation, and keeps the answered turn.</summary>
    public async Task<TurnOutcome> AskAsync(ConversationRequest request, CancellationToken cancellationToken)
    {
        using var place = await queue.EnterAsync(request.Conversation, cancellationToken);
        var outcome = await turns.AskAsync(
            new(request.Text, request.Date, request.Choice) { Earlier = EarlierOf(request), ComparedWith = ComparedWith(request), Progress = request.Progress }, cancellationToken);
        if (outcome is TurnOutcome.Answered answered)
        {
            // Before the turn, so that whoever has the conversation erased finds both; nobody waits for it.
            _ = records.KeepAsync(answered);
            await KeepAsync(request, answered);
        }

        return outcome;
    }

    /// <summary>The turns kept, oldest first; none when nothing is kept, or it can't be read.</summary>
    public Task<ImmutableArray<KeptTurn>> ReadAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Task.FromResult(OrElse(() => conversations.Read(conversation), []));

    /// <summary>Nothing of the conversation is kept as such any more; the records of its turns are nobody's from now on.</summary>
    public async Task ForgetAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        // A turn under way would keep itself after the order to forget.
        using var place = await queue.EnterAsync(conversation, cancellationToken);
        OrElse(
            () =>
            {
                conversations.Forget(conversation);
                return true;
            },
            false);
    }

    /// <summary>Hands an abstention to the knowledge managers, masked and without a person.</summary>
    /// <returns>False when no such abstention is kept, or it could not be stored.</returns>
    public Task<bool> ReportAsync(ConversationId conversation, TurnId turn, CancellationToken cancellationToken) =>
        Task.FromResult(OrElse(() => reports.Add(conversation, turn), false));

    // What was said in another language is no ground to lean on: the two halves would make no sentence.
    private ImmutableArray<string> EarlierOf(ConversationRequest request)
    {
        var spoken = Spoken(request.Text);
        return [.. OrElse(() => conversations.ReadQuestions(request.Conversation, request.ComparedWith, EarlierRead), [])
            .TakeWhile(question => Spoken(question) == spoken)];
    }

    private AnswerView? ComparedWith(ConversationRequest request) => request.ComparedWith is { } compared
        ? OrElse(() => conversations.Read(request.Conversation), []).FirstOrDefault(turn => turn.Id == compared)?.View
        : null;

    private async Task KeepAsync(ConversationRequest request, TurnOutcome.Answered answered)
    {
        try
        {
            if (!await conversations.AddAsync(request.Conversation, AnsweredTurn.Of(answered, time.GetUtcNow()), request.ComparedWith))
                Log.TurnTooLargeToKeep(logger);
        }
        catch (Exception exception)
        {
            Log.KeepingFailed(logger, exception);
        }
    }

    private T OrElse<T>(Func<T> work, T otherwise)
    {
        try
        {
            return work();
        }
        catch (Exception exception)
        {
            Log.KeepingFailed(logger, exception);
            return otherwise;
        }
    }

    private static Language Spoken(string text) => QuestionLanguage.Choose(null, text, Language.French);
}

/// <param name="Conversation">Where it was asked.</param>
/// <param name="Text">The question as typed; may hold personal data.</param>
/// <param name="Date">The date field as typed; empty: the date that the question names, else today.</param>
/// <param name="Choice">The language chosen by the person; null: the question's.</param>
/// <param name="ComparedWith">The turn whose date was changed: the answer marks what differs from it, and leans on what came before it.</param>
/// <param name="Progress">Is told how far the answer has come; null: nobody is shown it.</param>
internal sealed record ConversationRequest(
    ConversationId Conversation, string Text, string Date, Language? Choice, TurnId? ComparedWith = null, IProgress<AnswerStep>? Progress = null);

/// <param name="Id">Names it.</param>
/// <param name="At">When it was answered.</param>
/// <param name="View">As it was shown.</param>
internal sealed record KeptTurn(TurnId Id, DateTimeOffset At, AnswerView View);
