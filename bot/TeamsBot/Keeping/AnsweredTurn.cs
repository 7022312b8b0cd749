using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>What is kept of a turn: what was shown, and what a follow-up or a report of it needs.</summary>
internal sealed record AnsweredTurn
{
    public required TurnId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day in the installation's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Masked; a follow-up as it was understood.</summary>
    public required string Question { get; init; }

    /// <summary>Null: it was answered.</summary>
    public required AbstentionReason? Reason { get; init; }

    public required AsOf AsOf { get; init; }

    public required ImmutableArray<string> Terms { get; init; }

    public required AnswerView View { get; init; }

    public static AnsweredTurn Of(TurnOutcome.Answered answered, DateTimeOffset at) => new()
    {
        Id = answered.Turn,
        At = at,
        Today = answered.Answer.Today,
        Question = answered.Answer.UnderstoodAs ?? answered.Answer.MaskedQuestion,
        Reason = (answered.Answer as Answer.Abstention)?.Reason,
        AsOf = answered.Answer.AsOf,
        Terms = answered.Answer.SearchedTerms,
        View = answered.View,
    };
}
