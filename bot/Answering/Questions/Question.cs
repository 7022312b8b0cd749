using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>A question as a host hands it over; the text may still hold personal data.</summary>
public sealed record Question
{
    public required string Text { get; init; }

    /// <summary>The date chosen beside the question; null: the one the text names, else today.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>
    /// What was asked before in the same conversation, masked and understood (<see cref="AgentHelpdesk.Answering.Answer.UnderstoodAs"/> or
    /// the masked text), newest first: what a follow-up leans on. Empty: a question of its own.
    /// </summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>
    /// The question with what it leans on put in, by a model: taken only when each of its words stands in the question or in <see cref="Earlier"/>
    /// and none of the question's is lost; null: rules complete it.
    /// </summary>
    public string? Rewritten { get; init; }

    /// <summary>The caller's audiences, without everyone's.</summary>
    public ImmutableArray<string> Audiences { get; init; } = [];

    /// <summary>Only documents of these kinds; empty: all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>What the answer is written in: "fr" or "en".</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Whether a configured model may write the answer: not where nobody reads it (a warm-up, a question tried in the background). Default true.</summary>
    public bool AllowsModel { get; init; } = true;

    /// <summary>The day to take for today, where a question of another day is run again; null: today.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>How many passages the answer's record carries, at least 1.</summary>
    public int PassageCount { get; init; } = 20;
}
