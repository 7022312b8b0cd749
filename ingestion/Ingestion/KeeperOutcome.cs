using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion;

/// <summary>What became of an order to retire, restore, correct, purge or index anew.</summary>
public abstract record KeeperOutcome
{
    private KeeperOutcome() { }

    /// <param name="Publication">The publication that shows it.</param>
    /// <param name="Revisions">How many revisions were changed.</param>
    public sealed record Done(long Publication, int Revisions) : KeeperOutcome
    {
        /// <summary>Revisions of the document that answered on some day before, and answer on none now: others cover all their days.</summary>
        public ImmutableArray<RevisionId> Silenced { get; init; } = [];
    }

    /// <summary>It was so already.</summary>
    public sealed record Unchanged : KeeperOutcome;

    public sealed record UnknownDocument(DocumentId Document) : KeeperOutcome;

    public sealed record UnknownRevision(RevisionId Revision) : KeeperOutcome;

    /// <summary>A description that can't be kept: nothing was done.</summary>
    /// <param name="Field">The field, named as in <c>metadata.csv</c>.</param>
    /// <param name="Value">What it holds; untrusted text.</param>
    public sealed record BadDescription(string Field, string Value) : KeeperOutcome;

    /// <summary>Somebody else corrected the revision since it was shown: nothing was done.</summary>
    /// <param name="Current">What is said of it now.</param>
    public sealed record ChangedMeanwhile(Knowledge.Catalogue.RevisionDescription Current) : KeeperOutcome;

    /// <summary>Erased before: nothing is left to work on.</summary>
    public sealed record AlreadyPurged(DocumentId Document) : KeeperOutcome;

    /// <summary>Reindexing from the PDFs: these revisions' kept bytes are missing or no longer readable, and their stored text was kept.</summary>
    public sealed record DoneExcept(long Publication, int Revisions, ImmutableArray<RevisionId> Kept) : KeeperOutcome;

    /// <summary>The embedding model gave no vectors: nothing more was published.</summary>
    /// <param name="Detail">What its server said.</param>
    public sealed record NotEmbedded(string Detail) : KeeperOutcome;

    /// <summary>Another process is writing: nothing was done.</summary>
    public sealed record Busy(string LockFile) : KeeperOutcome;
}
