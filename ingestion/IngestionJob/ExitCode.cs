namespace AgentHelpdesk.IngestionJob;

/// <summary>What the process returns; listed in docs/operations.md.</summary>
internal enum ExitCode
{
    /// <summary>Everything that was asked for is done, or was done already.</summary>
    Done = 0,

    /// <summary>The data folder can't be used, or something broke: nothing that was published is lost.</summary>
    Failed = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>The job is done, but some files were refused, some rows of a metadata.csv are bad, or a check found an error.</summary>
    WithProblems = 3,

    /// <summary>Another job is writing: nothing was changed.</summary>
    Busy = 4,

    /// <summary>No such document, file or backup: nothing was changed.</summary>
    NotFound = 5,

    /// <summary>The embedding model gave no vectors: what was published until then stays, the rest waits for the next run.</summary>
    NotEmbedded = 6,

    /// <summary>Stopped by Ctrl+C: what was published until then stays.</summary>
    Interrupted = 130,
}
