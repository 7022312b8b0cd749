using System.Runtime.CompilerServices;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion;

/// <summary>Files and folders, read in parallel and published in order; what becomes of one file harms no other.</summary>
public sealed class IngestFiles
{
    private readonly IngestRevision _ingest;
    private readonly RevisionPublisher _revisions;
    private readonly PublisherDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger<IngestFiles> _logger;
    private readonly int _readers;

    internal IngestFiles(
        IngestRevision ingest, RevisionPublisher revisions, PublisherDesk desk, TimeProvider time, IOptions<UploadOptions> options, ILogger<IngestFiles> logger)
    {
        (_ingest, _revisions, _desk, _time, _logger) = (ingest, revisions, desk, time, logger);
        _readers = options.Value.ReadersAtOnce is > 0 and var chosen ? chosen : Environment.ProcessorCount;
    }

    /// <summary>
    /// One outcome a file, in the order of the paths, each once it is durable; then what the <c>metadata.csv</c> files say of no file.
    /// Stopping the enumeration stops the run after the file at hand; so does an embedding model that gives no vectors.
    /// </summary>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    public async IAsyncEnumerable<IngestOutcome> RunAsync(
        IReadOnlyList<string> paths, IngestSettings settings, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = FoundFiles.In(paths);
        await foreach (var outcome in RunAsync(found.Uploads, settings, progress, cancellationToken))
        {
            yield return outcome;
            if (outcome is IngestOutcome.Busy or IngestOutcome.Refused { Reason: RefusalReason.NotEmbedded })
                yield break;
        }

        foreach (var refused in found.Refused)
            yield return refused;
        foreach (var problem in found.Problems)
            yield return new IngestOutcome.MetadataReported(problem) { File = problem.Csv };
    }

    /// <summary>The same for files that have no path.</summary>
    /// <param name="uploads">What is handed in.</param>
    /// <param name="settings">How the run takes files in.</param>
    /// <param name="progress">Told after every file.</param>
    /// <param name="cancellationToken">Stops the run after the file at hand.</param>
    public async IAsyncEnumerable<IngestOutcome> RunAsync(
        IReadOnlyList<Upload> uploads, IngestSettings settings, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await _desk.OpenAsync(rebuilds: false, cancellationToken);
        if (opened is PublisherOutcome.Busy busy)
        {
            yield return new IngestOutcome.Busy(busy.LockFile) { File = busy.LockFile };
            yield break;
        }

        await using var publisher = ((PublisherOutcome.Opened)opened).Publisher;
        var meter = new IngestMeter(uploads, _time, progress);
        await using var readers = new ReadingAhead(_readers, uploads, (upload, stop) => ReadAsync(upload, settings, stop), cancellationToken);
        while (await readers.NextAsync() is { } read)
        {
            var outcome = await PublishAsync(read, settings, publisher, cancellationToken);
            meter.Count(outcome);
            yield return outcome;
            // Every other file would wait for the same server in vain.
            if (outcome is IngestOutcome.Refused { Reason: RefusalReason.NotEmbedded })
                yield break;
        }
    }

    private async Task<ReadUpload> ReadAsync(Upload upload, IngestSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await _ingest.ReadAsync(upload, settings, cancellationToken);
        }
        catch (Exception exception) when (FileFaults.Of(exception, upload.Name, _logger) is { } refused)
        {
            return new ReadUpload.Settled(refused);
        }
    }

    private async Task<IngestOutcome> PublishAsync(ReadUpload read, IngestSettings settings, Publisher publisher, CancellationToken cancellationToken)
    {
        try
        {
            return await _ingest.PublishAsync(read, settings, publisher, cancellationToken);
        }
        catch (Exception exception) when (FileFaults.Of(exception, read.Name, _logger) is { } refused)
        {
            if (read is ReadUpload.Taken taken)
                await _revisions.ForgetAsync(taken.Hash, cancellationToken);
            return refused;
        }
    }
}
