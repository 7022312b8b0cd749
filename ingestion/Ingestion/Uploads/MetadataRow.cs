using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>What <c>metadata.csv</c> says of one file; an empty cell is null, open, or everyone.</summary>
public sealed record MetadataRow
{
    /// <summary>The file's name in the folder of the table, composed (NFC).</summary>
    public required string FileName { get; init; }

    public DocumentId? Document { get; init; }
    public string? Title { get; init; }

    /// <summary>Lower case.</summary>
    public string? Kind { get; init; }

    public required ValidityPeriod Declared { get; init; }
    public required ImmutableArray<string> Audience { get; init; }
    public string? Url { get; init; }

    /// <summary>The line in the table, from 1, the header included.</summary>
    public required int Line { get; init; }
}

/// <summary>What can be wrong with a <c>metadata.csv</c>; each has one sentence per language in the hosts.</summary>
public enum MetadataProblemKind
{
    /// <summary>The table cannot be opened; no file beside it is published, for its dates would be unknown.</summary>
    Unreadable,

    /// <summary>The table is not UTF-8; no file beside it is published.</summary>
    NotUtf8,

    /// <summary>The column "file" is missing; no file beside the table is published.</summary>
    MissingColumn,

    /// <summary>A column nobody reads: its cells are ignored.</summary>
    UnknownColumn,

    /// <summary>More cells than columns, an unclosed quote.</summary>
    BadLine,
    MissingFileName,

    /// <summary>A path instead of a name: a table speaks of the files beside it.</summary>
    FileNameWithPath,

    /// <summary>A second row for the same file: neither is used.</summary>
    DuplicateFile,

    /// <summary>No such file beside the table.</summary>
    FileNotFound,
    BadDocument,
    TooLong,

    /// <summary>Neither yyyy-MM-dd nor dd/MM/yyyy, or no such day.</summary>
    BadDate,
    EndsBeforeItBegins,

    /// <summary>Not an http or https address.</summary>
    BadUrl,
}

/// <summary>One thing wrong in a table.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Table">The table's path as found.</param>
/// <param name="Line">From 1, the header included; 0 when it concerns the whole table.</param>
/// <param name="Column">The column's name; empty when it concerns a whole line.</param>
/// <param name="Value">The value found; untrusted text.</param>
public sealed record MetadataProblem(MetadataProblemKind Kind, string Table, int Line, string Column, string Value);
