using System.Collections.Immutable;
using AgentHelpdesk.Answering;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>What a turn came to.</summary>
public abstract record TurnOutcome
{
    private TurnOutcome() { }

    /// <summary>In the language of the answer, or of what is said instead.</summary>
    public required Language Language { get; init; }

    /// <summary>Grounded or an abstention.</summary>
    public sealed record Answered(Answer Answer, AnswerView View) : TurnOutcome
    {
        public TurnId Turn { get; init; } = TurnId.New();
    }

    /// <summary>Nothing was searched: the sentence says what to change.</summary>
    public sealed record Unclear(string Sentence) : TurnOutcome;

    /// <summary>The store or the program failed, or time ran out; the log knows the reference that the sentence names.</summary>
    public sealed record Failed(string Sentence) : TurnOutcome;
}

/// <param name="Text">The question as typed; may hold personal data.</param>
/// <param name="Date">The date field as typed; empty: the date that the question names, else today.</param>
/// <param name="Choice">The language chosen by the person; null: the question's.</param>
internal sealed record TurnRequest(string Text, string Date, Language? Choice)
{
    /// <summary>What was asked before in the same conversation, masked and understood, newest first.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>The answer shown for another date: the new one marks what differs from it. Null: nothing to compare with.</summary>
    public AnswerView? ComparedWith { get; init; }

    /// <summary>Whether a configured model may write; not where nobody reads the answer.</summary>
    public bool AllowsModel { get; init; } = true;

    /// <summary>Is told how far the answer has come; null: nobody is shown it.</summary>
    public IProgress<AnswerStep>? Progress { get; init; }
}
