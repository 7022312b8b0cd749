using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>A question and the passages found for it.</summary>
public sealed record RetrievalOutcome
{
    public required UnderstoodQuestion Question { get; init; }

    /// <summary>The publication everything was read from.</summary>
    public required long Publication { get; init; }

    /// <summary>What the search could see.</summary>
    public required SearchFilter Filter { get; init; }

    /// <summary>Documents that could have answered.</summary>
    public required int DocumentsSearched { get; init; }

    /// <summary>The question's terms with what each is worth in this corpus; same order as <see cref="UnderstoodQuestion.Terms"/>.</summary>
    public required ImmutableArray<WeighedTerm> Terms { get; init; }

    /// <summary>The final ranking; empty when nothing was found.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    public required Evidence Evidence { get; init; }

    public DenseLeg DenseLeg { get; init; }

    /// <summary>An embedding model is configured, and this question went without it.</summary>
    public bool IsSparseOnly => DenseLeg is DenseLeg.Unavailable;
}

/// <param name="Term">The term.</param>
/// <param name="Idf">Over the published chunks: the rarer the higher, never negative.</param>
/// <param name="DocumentFrequency">Published chunks that hold it.</param>
public sealed record WeighedTerm(QuestionTerm Term, float Idf, long DocumentFrequency)
{
    /// <summary>What the sparse search used.</summary>
    public float Weight => Term.Weight * Idf;
}

/// <summary>How much of the question the passages support, decided before anything is written.</summary>
public sealed record Evidence
{
    /// <summary>0: nothing of the question; 1 and more: every word well.</summary>
    public required double Strength { get; init; }

    /// <summary>Null: enough to write from; else why to abstain.</summary>
    public required AbstentionReason? Lack { get; init; }

    /// <summary>References of the question that no document has, as typed.</summary>
    public required ImmutableArray<string> MissingReferences { get; init; }
}
