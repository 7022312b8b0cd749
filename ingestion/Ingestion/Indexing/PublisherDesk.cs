using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>Whether a publisher could be had.</summary>
internal abstract record PublisherOutcome
{
    private PublisherOutcome() { }

    public sealed record Opened(Publisher Publisher) : PublisherOutcome;

    public sealed record Busy(string LockFile) : PublisherOutcome;
}

/// <summary>Hands out the one publisher: takes the writer's lock, compares the manifest, and removes what earlier runs left.</summary>
internal sealed class PublisherDesk(
    IWriterLock writerLock,
    ICatalogueReader reader,
    IIndexReader indexReader,
    IIndexWriter index,
    EntryMaker entries,
    ChunkEmbedder embedder,
    ClosingTime closing,
    TimeProvider time,
    ILogger<Publisher> logger)
{
    /// <param name="rebuilds">The caller makes every entry anew, so the stored manifest may differ.</param>
    /// <param name="cancellationToken">Ends the attempt; the lock is given back.</param>
    /// <exception cref="DataFolderException">The folder cannot be used, or the index was built with something else.</exception>
    public async Task<PublisherOutcome> OpenAsync(bool rebuilds, CancellationToken cancellationToken)
    {
        var outcome = writerLock.TryOpen();
        if (outcome is WriterOutcome.Busy busy)
            return new PublisherOutcome.Busy(busy.LockFile);
        var writer = ((WriterOutcome.Opened)outcome).Writer;
        try
        {
            var stored = await indexReader.ReadManifestAsync(cancellationToken);
            if (!rebuilds)
                embedder.Manifest.Require(stored, "the index");
            if (stored is null)
                await index.WriteManifestAsync(embedder.Manifest, cancellationToken);
            await closing.CleanUpAsync(writer, cancellationToken);
            return new PublisherOutcome.Opened(new(writer, reader, index, entries, closing, time, logger));
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    /// <summary>The index was built with what this program works with.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken) =>
        await indexReader.ReadManifestAsync(cancellationToken) == embedder.Manifest;

    /// <summary>Called once everything is indexed anew.</summary>
    public Task WriteManifestAsync(CancellationToken cancellationToken) => index.WriteManifestAsync(embedder.Manifest, cancellationToken);
}
