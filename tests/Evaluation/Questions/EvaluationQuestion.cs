using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Questions;

/// <summary>A question with known passages and answer, as a line of a questions file.</summary>
internal sealed record EvaluationQuestion
{
    public required string Id { get; init; }
    public required string Question { get; init; }
    public required string Kind { get; init; }

    /// <summary>"fr" or "en": what the answer is written in.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Empty when the corpus can't answer.</summary>
    public ImmutableArray<GoldEntry> Gold { get; init; } = [];
    public bool Answerable { get; init; } = true;

    /// <summary>The value asked for, as the document writes it; null when there is no single one.</summary>
    public string? Answer { get; init; }

    /// <summary><c>any</c>: each gold entry alone answers; otherwise all entries belong to one answer.</summary>
    public string? GoldMode { get; init; }

    /// <summary>The only documents that count; null: all.</summary>
    public QuestionScope? Scope { get; init; }

    /// <summary>Another version of the gold document, which gives the answer of another date.</summary>
    public WrongVersion? WrongVersion { get; init; }

    /// <summary>Words of an order hidden in a document that no answer may give as its own.</summary>
    public string? Forbidden { get; init; }

    public bool AnyGoldSuffices => string.Equals(GoldMode, "any", StringComparison.OrdinalIgnoreCase);
    public ImmutableArray<string> Kinds => Scope is { Family: { IsDefaultOrEmpty: false } families } ? families : [];
}

/// <param name="Family">Kinds of document.</param>
internal sealed record QuestionScope(ImmutableArray<string> Family);

/// <param name="Document">File name of the version that is not in force on the date asked.</param>
/// <param name="Answer">Its value; null when unknown.</param>
internal sealed record WrongVersion(string? Document, string? Answer);

/// <summary>A place in the corpus that answers.</summary>
internal sealed record GoldEntry
{
    /// <summary>The PDF's file name; compared without regard to how accents are encoded.</summary>
    public required string Document { get; init; }

    /// <summary>The article's number, when the place is one.</summary>
    public string? Article { get; init; }

    /// <summary>Physical pages, from 1.</summary>
    public ImmutableArray<int> Pages { get; init; } = [];

    /// <summary>Words of the place; cells of a table row are separated by " | ".</summary>
    public string Quote { get; init; } = "";
}
