using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>
/// An answer as people read it: every sentence chosen, nothing laid out. Built once by <see cref="AnswerViewBuilder"/>; the page and the
/// console (and later the card) only lay it out. Holds plain text: whoever writes markup encodes it. Kept as JSON with its conversation.
/// </summary>
[JsonDerivedType(typeof(Grounded), "grounded")]
[JsonDerivedType(typeof(Abstention), "abstention")]
public abstract record AnswerView
{
    private AnswerView() { }

    public required Language Language { get; init; }

    /// <summary>Masked.</summary>
    public required string Question { get; init; }

    /// <summary>"Compris : …", a follow-up with what it leans on put in; null when the question stands by itself.</summary>
    public required string? UnderstoodAs { get; init; }

    /// <summary>What is asked again with another date: masked, and whole also for a follow-up.</summary>
    public required string AskedAgain { get; init; }

    /// <summary>"Règles au 24/11/2026".</summary>
    public required string Date { get; init; }

    /// <summary>The date as typed into its field: 24/11/2026, 03/2024 or 2024.</summary>
    public required string AsOfField { get; init; }

    /// <summary>"14 documents consultés".</summary>
    public required string Searched { get; init; }

    /// <summary>Said before anything else: no decision on a person. Null when there is nothing to say.</summary>
    public required string? Notice { get; init; }

    /// <summary>Said of the answer that this one was compared with ("Rien n'a changé depuis la réponse au …"); null when there is none.</summary>
    public string? Compared { get; init; }

    /// <summary>What was found and verified.</summary>
    public sealed record Grounded : AnswerView
    {
        /// <summary>"extraits mot à mot, sans IA", or why no model wrote it: "le modèle ne répond pas : extraits mot à mot".</summary>
        public required string Writer { get; init; }

        /// <summary>The words are a model's, each sentence checked; else they are those of the passages.</summary>
        public bool IsByModel { get; init; }

        /// <summary>What the claims are written in; the quotes of the sources are always as printed.</summary>
        public Language WordsLanguage { get; init; } = Language.French;

        public required FirstLineView FirstLine { get; init; }

        /// <summary>By kind: further rules, conditions, exceptions, procedure; may be empty when the first line says it all.</summary>
        public required ImmutableArray<AnswerPart> Parts { get; init; }

        /// <summary>In the order of their first number.</summary>
        public required ImmutableArray<SourcePlace> Sources { get; init; }

        /// <summary>Said before one of the sources is quoted.</summary>
        public ImmutableArray<ConflictView> Conflicts { get; init; } = [];

        /// <summary>Open points that the passages don't answer: no rule, and no source behind them.</summary>
        public ImmutableArray<string> Missing { get; init; } = [];

        /// <summary>Null: nothing was dropped.</summary>
        public DroppedView? Dropped { get; init; }

        /// <summary>To be pressed.</summary>
        public ImmutableArray<string> FollowUpQuestions { get; init; } = [];

        /// <summary>What "Copier" puts on the clipboard: the answer and its sources as plain text, never the question.</summary>
        public required string CaseNote { get; init; }
    }

    /// <summary>Declined: has its own form, so that nobody takes it for an answer.</summary>
    public sealed record Abstention : AnswerView
    {
        public required AbstentionReason Code { get; init; }

        public required string Title { get; init; }

        public required string Reason { get; init; }

        /// <summary>Why the model did not write, or that what it wrote did not stand the check; null when it was not to write.</summary>
        public string? Writing { get; init; }

        /// <summary>"Mots cherchés : …"; null when nothing was searched.</summary>
        public required string? Terms { get; init; }

        /// <summary>What can be said to the caller meanwhile: no rule, no promise.</summary>
        public required string ToCaller { get; init; }

        /// <summary>At most three; none of them an answer.</summary>
        public required ImmutableArray<SourceView> Nearest { get; init; }
    }
}

/// <summary>The line that can be read aloud.</summary>
/// <param name="Text">At most <see cref="FirstLine.MaxLength"/> characters.</param>
/// <param name="Sources">One or two.</param>
/// <param name="Validity">"en vigueur au 24/11/2026".</param>
public sealed record FirstLineView(string Text, ImmutableArray<SourceView> Sources, string Validity)
{
    /// <summary>Most characters of <see cref="Spoken"/>.</summary>
    public const int MaxLength = 160;

    /// <summary>Characters of <see cref="Text"/> that differ from the answer compared with.</summary>
    public ImmutableArray<TextRange> Changed { get; init; } = [];

    /// <summary>The whole line: "… [1], en vigueur au 24/11/2026".</summary>
    [JsonIgnore]
    public string Spoken => $"{Text}{string.Concat(Sources.Select(source => $" [{source.Number}]"))}, {Validity}";
}

/// <param name="Heading">"Conditions", "Exceptions", "Démarche"; null for further sentences of the rule.</param>
/// <param name="Claims">In the order to be read.</param>
public sealed record AnswerPart(string? Heading, ImmutableArray<ClaimView> Claims);

public sealed record ClaimView
{
    public required ClaimKind Kind { get; init; }

    /// <summary>Empty when the claim is a table.</summary>
    public required ImmutableArray<ClaimLine> Lines { get; init; }

    public required TableView? Table { get; init; }

    /// <summary>"4 conditions sur 7, suite p. 12"; null when nothing was left out.</summary>
    public required string? Cut { get; init; }

    /// <summary>In the order of their numbers; never empty.</summary>
    public required ImmutableArray<SourceView> Sources { get; init; }
}

/// <param name="Text">One line.</param>
/// <param name="IsItem">Begins with the marker of a list.</param>
public sealed record ClaimLine(string Text, bool IsItem)
{
    /// <summary>Characters that differ from the answer compared with.</summary>
    public ImmutableArray<TextRange> Changed { get; init; } = [];
}

/// <summary>Sources at one place (the header and a row of a table, two sentences of a section): the place is said once.</summary>
/// <param name="Sources">Never empty; alike in all but number and quote.</param>
public sealed record SourcePlace(ImmutableArray<SourceView> Sources)
{
    [JsonIgnore]
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

    /// <summary>Opens the words with their neighbours beside the answer; relative to the host.</summary>
    public required string PassageUrl { get; init; }
}
