using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>
/// An answer as people read it: every sentence chosen, nothing laid out. Built once by <see cref="AnswerViewBuilder"/>; the page and the
/// console (and later the card) only lay it out. Holds plain text: whoever writes markup encodes it.
/// </summary>
public abstract record AnswerView
{
    private AnswerView() { }

    public required Language Language { get; init; }

    /// <summary>Masked.</summary>
    public required string Question { get; init; }

    /// <summary>"Règles au 24/11/2026".</summary>
    public required string Date { get; init; }

    /// <summary>"14 documents consultés".</summary>
    public required string Searched { get; init; }

    /// <summary>Said before anything else: no decision on a person. Null when there is nothing to say.</summary>
    public required string? Notice { get; init; }

    /// <summary>What was found and verified.</summary>
    public sealed record Grounded : AnswerView
    {
        /// <summary>"Extraits mot à mot, sans IA".</summary>
        public required string Writer { get; init; }

        public required ImmutableArray<AnswerPart> Parts { get; init; }

        /// <summary>In the order of their first number.</summary>
        public required ImmutableArray<SourcePlace> Sources { get; init; }
    }

    /// <summary>Declined: has its own form, so that nobody takes it for an answer.</summary>
    public sealed record Abstention : AnswerView
    {
        public required AbstentionReason Code { get; init; }

        public required string Title { get; init; }

        public required string Reason { get; init; }

        /// <summary>"Mots cherchés : …"; null when nothing was searched.</summary>
        public required string? Terms { get; init; }

        /// <summary>At most three; none of them an answer.</summary>
        public required ImmutableArray<SourceView> Nearest { get; init; }
    }
}

/// <param name="Heading">"Conditions", "Exceptions", "Démarche"; null for the rule that opens the answer.</param>
/// <param name="Claims">In the order to be read.</param>
public sealed record AnswerPart(string? Heading, ImmutableArray<ClaimView> Claims);

public sealed record ClaimView
{
    public required ClaimKind Kind { get; init; }

    /// <summary>Empty when the claim is a table.</summary>
    public required ImmutableArray<ClaimLine> Lines { get; init; }

    public required CitedTable? Table { get; init; }

    /// <summary>"4 conditions sur 7, suite p. 12"; null when nothing was left out.</summary>
    public required string? Cut { get; init; }

    /// <summary>In the order of their numbers; never empty.</summary>
    public required ImmutableArray<SourceView> Sources { get; init; }
}

/// <param name="Text">One line.</param>
/// <param name="IsItem">Begins with the marker of a list.</param>
public readonly record struct ClaimLine(string Text, bool IsItem);

/// <summary>Sources at one place (the header and a row of a table, two sentences of a section): the place is said once.</summary>
/// <param name="Sources">Never empty; alike in all but number and quote.</param>
public sealed record SourcePlace(ImmutableArray<SourceView> Sources)
{
    public SourceView First => Sources[0];
}

/// <summary>Where words stand: enough to quote them to a caller and to open the page.</summary>
public sealed record SourceView
{
    /// <summary>As shown: [1]; 0 for a passage that no claim cites.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>"exemple fictif"; null for a real document.</summary>
    public required string? Sample { get; init; }

    /// <summary>The headings from the root to the section, the article last; may be empty.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>"p. 12" or "p. 12-13".</summary>
    public required string Pages { get; init; }

    /// <summary>"en vigueur au 24/11/2026 (depuis le 01/01/2026)".</summary>
    public required string Validity { get; init; }

    /// <summary>The words relied on, or the beginning of a passage that is only near.</summary>
    public required string Quote { get; init; }

    /// <summary>Opens the PDF at the page; relative to the host.</summary>
    public required string Url { get; init; }
}
