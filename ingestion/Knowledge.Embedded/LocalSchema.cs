using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>A database file of the data folder: its name, its tables and their version, and how it is opened.</summary>
public sealed record LocalSchema
{
    /// <summary>Without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>Statements that make an empty file one of the newest version, in the order of creation.</summary>
    public required ImmutableArray<string> Definitions { get; init; }

    /// <summary>The step to each version from the one before, from the step to version 2 on: write one when a table changes.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>How long a statement waits for another process that writes. Default: 30 s.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Deleted rows are overwritten, so that nothing of them is found in the file.</summary>
    public bool ErasesDeleted { get; init; }

    /// <summary>What to do about a damaged file, in one sentence.</summary>
    public required string WhenDamaged { get; init; }

    /// <summary>Kept in the file's <c>user_version</c>.</summary>
    public int Version => Steps.Length + 1;
}
