using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion;

/// <summary>What became of an order to retire, restore, purge or index anew.</summary>
public abstract record KeeperOutcome
{
    private KeeperOutcome() { }

    /// <param name="Publication">The publication that shows it.</param>
    /// <param name="Revisions">How many revisions were changed.</param>
    public sealed record Done(long Publication, int Revisions) : KeeperOutcome;

    /// <summary>It was so already.</summary>
    public sealed record Unchanged : KeeperOutcome;

    public sealed record UnknownDocument(DocumentId Document) : KeeperOutcome;

    /// <summary>Erased before: nothing is left to work on.</summary>
    public sealed record AlreadyPurged(DocumentId Document) : KeeperOutcome;

    /// <summary>Reindexing from the PDFs: these revisions' kept bytes are missing or no longer readable, and their stored text was kept.</summary>
    public sealed record DoneExcept(long Publication, int Revisions, ImmutableArray<RevisionId> Kept) : KeeperOutcome;

    /// <summary>Another process is writing: nothing was done.</summary>
    public sealed record Busy(string LockFile) : KeeperOutcome;
}
