using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>Words of a document among their neighbours, as people read them: every sentence chosen, nothing laid out, plain text.</summary>
public sealed record PassageView
{
    public required Language Language { get; init; }

    public required string Title { get; init; }

    /// <summary>"exemple fictif"; null for a real document.</summary>
    public required string? Sample { get; init; }

    /// <summary>The headings from the root to the section, the article last; may be empty.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>"p. 12" or "p. 12-13".</summary>
    public required string Pages { get; init; }

    /// <summary>"en vigueur au 24/11/2026 (depuis le 01/01/2026)", or how the revision stands today.</summary>
    public required string Validity { get; init; }

    /// <summary>What keeps these words from being the rule on the date asked, or today; the gravest first.</summary>
    public required ImmutableArray<PassageWarning> Warnings { get; init; }

    /// <summary>Not cited by an answer, only near to its question: said, and nothing is marked.</summary>
    public required bool IsOnlyNear { get; init; }

    public required ImmutableArray<PassageBlock> Blocks { get; init; }

    /// <summary>Opens the PDF at the page of the first word.</summary>
    public required string PdfUrl { get; init; }
}

/// <param name="Sentence">What is the matter.</param>
/// <param name="Url">Where the document stands now; null when there is no such place.</param>
public sealed record PassageWarning(string Sentence, string? Url = null);

/// <summary>A paragraph, list or table of a passage, in the order of the document.</summary>
public abstract record PassageBlock
{
    private PassageBlock() { }

    public sealed record Heading(string Text) : PassageBlock;

    public sealed record Paragraph(PassageLine Line, bool IsNote) : PassageBlock;

    public sealed record List(ImmutableArray<(PassageLine Line, int Level)> Items) : PassageBlock;

    public sealed record Table(ImmutableArray<PassageRow> Header, ImmutableArray<PassageRow> Rows) : PassageBlock;

    /// <summary>Words that are not shown stand here.</summary>
    public sealed record Gap : PassageBlock;
}

/// <param name="Cells">Left to right.</param>
public sealed record PassageRow(ImmutableArray<PassageLine> Cells);

/// <param name="Runs">Quoted and other words in turn.</param>
public sealed record PassageLine(ImmutableArray<PassageRun> Runs);

/// <param name="Text">Some words.</param>
/// <param name="IsQuoted">The answer relies on them.</param>
public readonly record struct PassageRun(string Text, bool IsQuoted);
