using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>One turn as it stands in the conversation: just asked, or kept from before.</summary>
public sealed record ShownTurn
{
    public required Language Language { get; init; }

    /// <summary>Masked; as typed when nothing was asked, for the one who typed it.</summary>
    public required string Asked { get; init; }

    /// <summary>Null: nothing was found out, and <see cref="Sentence"/> says why.</summary>
    public AnswerView? View { get; init; }

    public string Sentence { get; init; } = "";

    /// <summary>The store or the program failed; else the person is told what to change.</summary>
    public bool Failed { get; init; }

    /// <summary>As kept; empty for a turn that is not.</summary>
    public string Id { get; init; } = "";

    /// <summary>The conversation it is kept in; empty for a turn that is not.</summary>
    public string Conversation { get; init; } = "";

    /// <summary>Tried by a knowledge manager outside any conversation: nothing is asked again from it, and nothing reported.</summary>
    public bool IsTrial { get; init; }

    internal static ShownTurn Of(string question, TurnOutcome outcome, ConversationId? conversation = null) => outcome switch
    {
        TurnOutcome.Answered answered => Of(answered.View, answered.Turn, conversation),
        TurnOutcome.Unclear unclear => new() { Language = outcome.Language, Asked = question, Sentence = unclear.Sentence },
        TurnOutcome.Failed failed => new() { Language = outcome.Language, Asked = question, Sentence = failed.Sentence, Failed = true },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "No form is known for this outcome."),
    };

    internal static ShownTurn Of(AnswerView view, TurnId turn, ConversationId? conversation) => new()
    {
        Language = view.Language,
        Asked = view.Question,
        View = view,
        Id = turn.Value,
        Conversation = conversation?.Value ?? "",
    };
}
