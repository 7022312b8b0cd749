using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>What <c>metadata.csv</c> says of one file.</summary>
/// <param name="File">The file's name in the same folder.</param>
/// <param name="Line">Where it stands in <c>metadata.csv</c>, from 1.</param>
/// <param name="Document">The identity over time; null when the cell is empty.</param>
/// <param name="Title">Null when the cell is empty.</param>
/// <param name="Kind">Lower case; empty when the cell is.</param>
/// <param name="Declared">Open where the cells are empty.</param>
/// <param name="Audience">Everyone where the cell is empty.</param>
/// <param name="Url">Null when the cell is empty.</param>
public sealed record MetadataRow(
    string File, int Line, DocumentId? Document, string? Title, string Kind, ValidityPeriod Declared, ImmutableArray<string> Audience, string? Url)
{
    /// <summary>The document's own number as printed; null when the cell is empty or there is no such column.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it; null when the cell is empty or there is no such column.</summary>
    public string? Issuer { get; init; }
}

/// <summary>What is wrong in a <c>metadata.csv</c>; a file whose row is wrong is refused rather than published with wrong dates.</summary>
public enum MetadataProblemKind
{
    /// <summary>The whole file cannot be read as text, or its header lacks the column <c>file</c>: the PDFs beside it are refused.</summary>
    UnreadableFile,

    /// <summary>A column that nothing is known of: it is passed over.</summary>
    UnknownColumn,

    /// <summary>A column named twice in the header: the PDFs beside it are refused.</summary>
    DuplicateColumn,

    /// <summary>A row with more cells than the header has columns, or a quotation mark that is never closed.</summary>
    BadRow,

    /// <summary>The cell <c>file</c> is empty.</summary>
    NoFile,

    /// <summary>No file of that name lies beside <c>metadata.csv</c>.</summary>
    MissingFile,

    /// <summary>Another row is about the same file: neither is believed.</summary>
    DuplicateFile,
    BadDocument,
    BadDate,

    /// <summary>The last day lies before the first.</summary>
    EndBeforeStart,

    /// <summary>Not an absolute http or https address.</summary>
    BadUrl,
}

/// <param name="Csv">The path of the <c>metadata.csv</c>.</param>
/// <param name="Line">From 1, the header's.</param>
/// <param name="Column">The column's name in the header; null when it concerns the row or the file.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Value">The value found; untrusted text.</param>
public sealed record MetadataProblem(string Csv, int Line, string? Column, MetadataProblemKind Kind, string Value);
