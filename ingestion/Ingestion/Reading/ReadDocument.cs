using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading;

/// <summary>What reading a PDF gave: reading never throws for bad content, it yields pages and problems.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>There is text to publish, perhaps with problems.</summary>
    public sealed record Read(ReadDocument Document) : ReadOutcome;

    /// <summary>Nothing can be published; the reason says why.</summary>
    public sealed record Unreadable(ReadingProblem Problem) : ReadOutcome;
}

/// <summary>A PDF's pages and blocks in reading order.</summary>
public sealed record ReadDocument
{
    /// <summary>Every physical page, also those without text.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>In reading order, running headers and footers included and marked as such.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    public required ImmutableArray<ReadingProblem> Problems { get; init; }

    /// <summary>The title in the PDF's own properties when it looks like one; null otherwise.</summary>
    public string? Title { get; init; }
}

/// <summary>The closed list of what can be wrong with a PDF; the code written to files is the kebab-case name.</summary>
public enum ReadingProblemKind
{
    /// <summary>Not a PDF: the first bytes say something else.</summary>
    NotPdf,
    Empty,
    Damaged,

    /// <summary>A password is needed to open it.</summary>
    PasswordNeeded,

    /// <summary>No page holds text (a scan without recognised text).</summary>
    NoText,
    PageWithoutText,

    /// <summary>A page could not be read; the others were.</summary>
    PageUnreadable,

    /// <summary>Characters without a Unicode meaning: the font tells shapes, not letters.</summary>
    UnmappedCharacters,

    /// <summary>More pages, words, bytes or seconds than the options allow.</summary>
    LimitExceeded,
    NoPages,
}

/// <param name="Kind">What is wrong.</param>
/// <param name="Page">The physical page, from 1; null when it concerns the whole file.</param>
/// <param name="Detail">The value found, for the message; untrusted text.</param>
public sealed record ReadingProblem(ReadingProblemKind Kind, int? Page, string Detail)
{
    /// <summary>Kebab case, as written to the catalogue and the evaluation's files.</summary>
    public string Code => string.Concat(Kind.ToString().Select((letter, i) =>
        char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
