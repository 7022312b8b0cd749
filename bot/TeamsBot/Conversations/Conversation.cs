using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Conversations;

/// <summary>Questions that lean on earlier ones: asks, keeps what was answered for a while, forgets on demand.</summary>
internal sealed class Conversation(Turn turns, TimeProvider time)
{
    private const int MostTurns = 30;

    private readonly ConcurrentDictionary<ConversationId, ImmutableArray<KeptTurn>> _kept = new();

    /// <summary>Asks with what was asked before in the conversation, and keeps the answered turn.</summary>
    public async Task<TurnOutcome> AskAsync(ConversationRequest request, CancellationToken cancellationToken)
    {
        var outcome = await turns.AskAsync(new(request.Text, request.Date, request.Choice), cancellationToken);
        if (outcome is TurnOutcome.Answered answered)
        {
            var turn = new KeptTurn(answered.Turn, time.GetUtcNow(), answered.View);
            _kept.AddOrUpdate(request.Conversation, [turn], (_, kept) => [.. kept.Add(turn).TakeLast(MostTurns)]);
        }

        return outcome;
    }

    /// <summary>The turns kept, oldest first.</summary>
    public Task<ImmutableArray<KeptTurn>> ReadAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Task.FromResult(_kept.GetValueOrDefault(conversation, []));

    /// <summary>Nothing of the conversation is kept any more.</summary>
    public Task ForgetAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        _kept.TryRemove(conversation, out _);
        return Task.CompletedTask;
    }

    /// <summary>Hands an abstention to the knowledge managers, masked and without a person.</summary>
    /// <returns>False when no such abstention is kept, or it could not be stored.</returns>
    public Task<bool> ReportAsync(ConversationId conversation, TurnId turn, CancellationToken cancellationToken) =>
        Task.FromResult(_kept.GetValueOrDefault(conversation, []).Any(kept => kept.Id == turn && kept.View is AnswerView.Abstention));
}

/// <param name="Conversation">Where it was asked.</param>
/// <param name="Text">The question as typed; may hold personal data.</param>
/// <param name="Date">The date field as typed; empty: the date that the question names, else today.</param>
/// <param name="Choice">The language chosen by the person; null: the question's.</param>
/// <param name="ComparedWith">The turn whose date was changed: the answer marks what differs from it, and leans on what came before it.</param>
internal sealed record ConversationRequest(ConversationId Conversation, string Text, string Date, Language? Choice, TurnId? ComparedWith = null);

/// <param name="Id">Names it.</param>
/// <param name="At">When it was answered.</param>
/// <param name="View">As it was shown.</param>
internal sealed record KeptTurn(TurnId Id, DateTimeOffset At, AnswerView View);
