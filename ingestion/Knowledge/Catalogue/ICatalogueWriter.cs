using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>The right to write, one holder at a time over all processes of the machine.</summary>
public interface IWriterLock
{
    /// <summary>Never waits. The lock goes with the writer, and with the process that holds it, however it ends.</summary>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    WriterOutcome TryOpen();
}

/// <summary>Whether the right to write was given.</summary>
public abstract record WriterOutcome
{
    private WriterOutcome() { }

    public sealed record Opened(ICatalogueWriter Writer) : WriterOutcome;

    /// <summary>Another process, or another job of this one, is writing: wait for its end and try again.</summary>
    /// <param name="LockFile">The file whose lock is held.</param>
    public sealed record Busy(string LockFile) : WriterOutcome;
}

/// <summary>
/// Changes the catalogue. Every method may throw <see cref="DataFolderException"/> (disk full, not writable) and then has changed
/// nothing. Reading is safe from several threads at once; writing is the holder's alone.
/// </summary>
public interface ICatalogueWriter : IAsyncDisposable
{
    /// <summary>The publication number P that readers see now.</summary>
    ValueTask<long> ReadPublicationAsync(CancellationToken cancellationToken);

    /// <summary>The sample revisions that are still there.</summary>
    ValueTask<ImmutableArray<CatalogueRevision>> ReadSamplesAsync(CancellationToken cancellationToken);

    /// <summary>The appearances of a revision's chunks that are shown now.</summary>
    ValueTask<ImmutableArray<ChunkAppearance>> ReadShownAsync(RevisionId revision, CancellationToken cancellationToken);

    /// <summary>Makes a publication visible, whole and durable: everything in it is written in one transaction with its number.</summary>
    /// <exception cref="InvalidOperationException">The number is not the one after the last.</exception>
    Task CommitAsync(PublicationCommit publication, CancellationToken cancellationToken);

    /// <summary>
    /// Appearances that ended in a publication committed at or before <paramref name="moment"/>, so that no turn can need them any more,
    /// and at once those of purged revisions.
    /// </summary>
    ValueTask<ImmutableArray<ChunkId>> ReadEndedAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>Drops ended appearances for good, with text that nothing shows any longer. Called after the index has removed them.</summary>
    Task ForgetAsync(IReadOnlyList<ChunkId> ended, CancellationToken cancellationToken);

    /// <summary>Bytes that a purge has yet to erase.</summary>
    ValueTask<ImmutableArray<ContentHash>> ReadErasuresAsync(CancellationToken cancellationToken);

    /// <summary>Called after the bytes are gone.</summary>
    Task ForgetErasureAsync(ContentHash content, CancellationToken cancellationToken);
}
