using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions.Persons;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>A question after masking and analysis, before anything was searched: all that the later steps may know of it.</summary>
public sealed record UnderstoodQuestion
{
    /// <summary>As asked, personal data replaced.</summary>
    public string AskedText { get => field ?? MaskedText; init; }

    /// <summary>It leans on an earlier question: <see cref="MaskedText"/> is what it was completed to.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>What is searched for, personal data replaced; the positions in <see cref="Terms"/> and <see cref="References"/> count in this text.</summary>
    public required string MaskedText { get; init; }

    public required AsOf AsOf { get; init; }

    /// <summary>The text or the host named a date; otherwise <see cref="AsOf"/> is today.</summary>
    public required bool NamesDate { get; init; }

    /// <summary>The day in the installation's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>In the order of the text, each term once, expansions after the words they were made from.</summary>
    public required ImmutableArray<QuestionTerm> Terms { get; init; }

    /// <summary>Articles and numbered texts that the question names.</summary>
    public required ImmutableArray<QuestionReference> References { get; init; }

    public required QuestionAims Aims { get; init; }

    /// <summary>Asks what a particular person is entitled to: the conditions are listed, the agent decides.</summary>
    public required bool ConcernsPerson { get; init; }

    /// <summary>Why it is taken so, or not.</summary>
    public PersonReason Person { get; init; }

    /// <summary>What the answer is written in: "fr" or "en".</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Whether a configured model may write the answer.</summary>
    public bool AllowsModel { get; init; } = true;

    /// <summary>No question about rules: a greeting, thanks, an order to the bot, nothing but masked words.</summary>
    public required bool IsOutOfScope { get; init; }
}

/// <summary>A term to search for.</summary>
public sealed record QuestionTerm
{
    /// <summary>As the analyser gives it, stem or reference.</summary>
    public required string Term { get; init; }

    public required uint Id { get; init; }

    /// <summary>First character of the word in the masked text.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>Factor on idf: 1 for words of the question, less for words added to it.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Added: the long form of an acronym, or the acronym of a long form.</summary>
    public bool IsExpansion { get; init; }

    /// <summary>A part of the date asked about, which the filter has applied already: a rule in force for years does not repeat it.</summary>
    public bool IsDate { get; init; }
}

/// <summary>What the question wants to be told; several may hold.</summary>
[Flags]
public enum QuestionAims
{
    None = 0,

    /// <summary>An amount, rate, ceiling, number.</summary>
    Amount = 1,

    /// <summary>A day: since when, until when, by when.</summary>
    Date = 2,

    /// <summary>How long: a delay, a duration, an age.</summary>
    Duration = 4,

    /// <summary>Who, or under which conditions.</summary>
    Conditions = 8,

    /// <summary>How, where, with which papers.</summary>
    Procedure = 16,

    /// <summary>What something is.</summary>
    Definition = 32,

    /// <summary>Yes or no.</summary>
    Confirmation = 64,
}

/// <summary>An article or numbered text named in the question.</summary>
public abstract record QuestionReference
{
    private QuestionReference() { }

    /// <summary>As typed, for messages.</summary>
    public required string AsTyped { get; init; }

    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>An article ("L. 512-1 CSS"); the key's code is empty when the question names none.</summary>
    public sealed record Article(ArticleKey Key) : QuestionReference;

    /// <summary>A numbered circular, decree, law or form; <paramref name="Number"/> without spaces, upper case ("CIR-7/2022", "2015-994").</summary>
    public sealed record NumberedText(string Number) : QuestionReference;
}
