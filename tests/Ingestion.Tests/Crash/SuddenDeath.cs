using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

/// <summary>Kills its own process, as kill -9 does, at the n-th call of a port.</summary>
internal sealed class SuddenDeath(int call)
{
    private int _calls;

    public void Pass()
    {
        if (Interlocked.Increment(ref _calls) == call)
            Process.GetCurrentProcess().Kill();
    }
}

/// <summary>Dies after a write of the index: what was staged or ended stands, what should follow is missing.</summary>
internal sealed class DyingIndexWriter(IIndexWriter index, SuddenDeath death) : IIndexWriter
{
    public Task WriteManifestAsync(IndexManifest manifest, CancellationToken cancellationToken) => Then(() => index.WriteManifestAsync(manifest, cancellationToken));

    public Task StageAsync(IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken) => Then(() => index.StageAsync(entries, cancellationToken));

    public Task EndAsync(IReadOnlyList<ChunkId> ids, long shownUntil, CancellationToken cancellationToken) => Then(() => index.EndAsync(ids, shownUntil, cancellationToken));

    public Task UndoAsync(long publication, CancellationToken cancellationToken) => Then(() => index.UndoAsync(publication, cancellationToken));

    public Task RemoveAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken) => Then(() => index.RemoveAsync(ids, cancellationToken));

    private async Task Then(Func<Task> write)
    {
        await write();
        death.Pass();
    }
}

/// <summary>Dies after bytes were kept or erased.</summary>
internal sealed class DyingContentStore(IContentStore contents, SuddenDeath death) : IContentStore
{
    public async Task<ContentHash> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var hash = await contents.PutAsync(content, cancellationToken);
        death.Pass();
        return hash;
    }

    public Stream? OpenRead(ContentHash hash) => contents.OpenRead(hash);

    public void Delete(ContentHash hash)
    {
        contents.Delete(hash);
        death.Pass();
    }
}

/// <summary>Dies after a commit and after each step of the clean-up.</summary>
internal sealed class DyingWriterLock(IWriterLock inner, SuddenDeath death) : IWriterLock
{
    public WriterOutcome TryOpen() => inner.TryOpen() is WriterOutcome.Opened opened ? new WriterOutcome.Opened(new Writer(opened.Writer, death)) : throw new InvalidOperationException("busy");

    private sealed class Writer(ICatalogueWriter inner, SuddenDeath death) : ICatalogueWriter
    {
        public ValueTask<long> ReadPublicationAsync(CancellationToken cancellationToken) => inner.ReadPublicationAsync(cancellationToken);

        public ValueTask<ImmutableArray<CatalogueRevision>> ReadSamplesAsync(CancellationToken cancellationToken) => inner.ReadSamplesAsync(cancellationToken);

        public ValueTask<ImmutableArray<ChunkAppearance>> ReadShownAsync(RevisionId revision, CancellationToken cancellationToken) => inner.ReadShownAsync(revision, cancellationToken);

        public ValueTask<ImmutableArray<ChunkId>> ReadEndedAsync(DateTimeOffset moment, CancellationToken cancellationToken) => inner.ReadEndedAsync(moment, cancellationToken);

        public ValueTask<ImmutableArray<ContentHash>> ReadErasuresAsync(CancellationToken cancellationToken) => inner.ReadErasuresAsync(cancellationToken);

        public Task CommitAsync(PublicationCommit publication, CancellationToken cancellationToken) => Then(() => inner.CommitAsync(publication, cancellationToken));

        public Task ForgetAsync(IReadOnlyList<ChunkId> ended, CancellationToken cancellationToken) => Then(() => inner.ForgetAsync(ended, cancellationToken));

        public Task ForgetErasureAsync(ContentHash content, CancellationToken cancellationToken) => Then(() => inner.ForgetErasureAsync(content, cancellationToken));

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private async Task Then(Func<Task> write)
        {
            await write();
            death.Pass();
        }
    }
}
