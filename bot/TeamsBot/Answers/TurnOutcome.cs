using AgentHelpdesk.Answering;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>What a turn came to.</summary>
public abstract record TurnOutcome
{
    private TurnOutcome() { }

    /// <summary>In the language of the answer, or of what is said instead.</summary>
    public required Language Language { get; init; }

    /// <summary>Grounded or an abstention.</summary>
    public sealed record Answered(Answer Answer, AnswerView View) : TurnOutcome;

    /// <summary>Nothing was searched: the sentence says what to change.</summary>
    public sealed record Unclear(string Sentence) : TurnOutcome;

    /// <summary>The store or the program failed, or time ran out; the log knows the reference that the sentence names.</summary>
    public sealed record Failed(string Sentence) : TurnOutcome;
}

/// <param name="Text">The question as typed; may hold personal data.</param>
/// <param name="Date">The date field as typed; empty: the date that the question names, else today.</param>
/// <param name="Choice">The language chosen by the person; null: the question's.</param>
internal sealed record TurnRequest(string Text, string Date, Language? Choice);
