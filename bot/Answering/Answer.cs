using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions.Persons;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Answering;

/// <summary>What a question led to, with everything a host needs to show it and nothing it must compute.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>The question with personal data masked: the only form that may be stored or shown again.</summary>
    public required string MaskedQuestion { get; init; }

    /// <summary>
    /// A follow-up ("et pour les indépendants ?") with what it leans on put in, masked: what was searched, and what the next question
    /// leans on. Null when the question stands by itself.
    /// </summary>
    public string? UnderstoodAs { get; init; }

    public required AsOf AsOf { get; init; }

    /// <summary>Today in the installation's time zone, when it was asked.</summary>
    public required DateOnly Today { get; init; }

    public required long Publication { get; init; }

    /// <summary>Documents that could have answered.</summary>
    public required int DocumentsSearched { get; init; }

    /// <summary>The words that were searched, as typed, without stop words and masked ones.</summary>
    public required ImmutableArray<string> SearchedTerms { get; init; }

    /// <summary>The final ranking, also when abstaining.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>The question asks whether a particular person is entitled: conditions are listed, the agent decides.</summary>
    public bool ConcernsPerson { get; init; }

    /// <summary>Why it is taken so, or not.</summary>
    public PersonReason Person { get; init; }

    /// <summary>Articles and numbered texts of the question that no document has, as typed.</summary>
    public ImmutableArray<string> MissingReferences { get; init; } = [];

    public TurnTimings Timings { get; init; }

    /// <summary>Whether it was searched by meaning too.</summary>
    public DenseLeg DenseLeg { get; init; }

    /// <summary>An embedding model is configured, and this question went without it.</summary>
    public bool IsSparseOnly => DenseLeg is DenseLeg.Unavailable;

    /// <summary>What the search could see.</summary>
    public required SearchFilter Filter { get; init; }

    /// <summary>The question or whoever asked named a date; otherwise <see cref="AsOf"/> is today.</summary>
    public bool NamesDate { get; init; }

    /// <summary>As <see cref="Retrieval.Evidence.Strength"/>.</summary>
    public double Evidence { get; init; }

    /// <summary>All claims have a verified citation.</summary>
    public sealed record Grounded : Answer
    {
        /// <summary>In the order to be read; never empty.</summary>
        public required ImmutableArray<Claim> Claims { get; init; }

        /// <summary>Numbered from 1 as in the claims.</summary>
        public required ImmutableArray<Citation> Citations { get; init; }

        /// <summary>What can be read aloud first.</summary>
        public required FirstLine FirstLine { get; init; }

        public WriterKind Writer => Writing.Writer;

        /// <summary>How the words came about.</summary>
        public required WritingRecord Writing { get; init; }

        /// <summary>What was written and did not stand the check: said with its reason, its words shown only where <see cref="ShowsDropped"/>.</summary>
        public ImmutableArray<RejectedClaim> Dropped { get; init; } = [];

        /// <summary>By policy, dropped claims are shown apart as not sourced.</summary>
        public bool ShowsDropped { get; init; }

        /// <summary>What must be known before one of the sources is quoted.</summary>
        public ImmutableArray<SourceConflict> Conflicts { get; init; } = [];

        /// <summary>Open points that the passages don't answer, in the answer's language; empty without a model.</summary>
        public ImmutableArray<string> Missing { get; init; } = [];

        /// <summary>Questions that go on from here, in the answer's language; empty without a model.</summary>
        public ImmutableArray<string> FollowUpQuestions { get; init; } = [];
    }

    /// <summary>Declined; the passages are the nearest found, none of them an answer.</summary>
    public sealed record Abstention(AbstentionReason Reason) : Answer
    {
        /// <summary>What was written in vain; null when nothing was.</summary>
        public WritingRecord? Writing { get; init; }
    }
}

/// <summary>Where the time of a turn went.</summary>
/// <param name="Retrieval">From the question, completed where it is a follow-up, to the ranked passages and the evidence.</param>
/// <param name="Writing">The writer and the check of what it wrote.</param>
public readonly record struct TurnTimings(TimeSpan Retrieval, TimeSpan Writing)
{
    public TimeSpan Total => Retrieval + Writing;
}

/// <summary>Why no answer is given. The codes in files are the kebab-case names.</summary>
public enum AbstentionReason
{
    /// <summary>No passage holds any of the question's words on that date for that caller.</summary>
    NothingFound,

    /// <summary>Passages were found, but they support too little of the question.</summary>
    EvidenceTooWeak,

    /// <summary>An answer was written, but its citations did not stand the check.</summary>
    CitationsUnverified,

    /// <summary>The question names an article that no document has.</summary>
    ReferenceNotFound,

    /// <summary>The documents found say nothing for the date asked.</summary>
    NothingInForce,

    /// <summary>Not a question about rules: a greeting, an order, an empty line.</summary>
    OutOfScope,
}

public enum WriterKind
{
    /// <summary>Sentences of the passages, word for word, without a model.</summary>
    Extractive,

    /// <summary>A chat model, each sentence checked by code.</summary>
    Model,
}
