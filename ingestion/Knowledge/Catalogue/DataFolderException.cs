namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>Why the data folder cannot be used as it is; each has one sentence and one remedy per language in the hosts.</summary>
public enum DataFolderFault
{
    /// <summary>No folder was chosen and there is none by default: a published program outside a checkout.</summary>
    NotChosen,

    /// <summary>The folder or a file in it cannot be created or written.</summary>
    NotWritable,

    /// <summary>No room: what was being written is taken back, what was published stays.</summary>
    DiskFull,

    /// <summary>The folder lies on a network file system, where the locks of the database cannot be trusted.</summary>
    NetworkFileSystem,

    /// <summary>A newer program wrote the database.</summary>
    NewerSchema,

    /// <summary>The file is no database, or a page of it is damaged.</summary>
    Damaged,

    /// <summary>The index was built with another analysis or embedding model.</summary>
    ManifestMismatch,
}

/// <summary>
/// The data folder stops the work at hand. The message names the thing, the value and the rule, and its last line is the remedy;
/// the properties carry the same for a host that speaks another language.
/// </summary>
public sealed class DataFolderException(DataFolderFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public DataFolderFault Fault { get; } = fault;

    /// <summary>The file or folder concerned.</summary>
    public required string Path { get; init; }

    /// <summary>What was found there; empty when there is nothing to compare.</summary>
    public string Found { get; init; } = "";

    /// <summary>What this program works with; empty when there is nothing to compare.</summary>
    public string Expected { get; init; } = "";
}
