namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Counts what is done.</summary>
internal sealed class IngestMeter(IReadOnlyList<Upload> uploads, TimeProvider time, IProgress<IngestProgress>? progress)
{
    private readonly long _start = time.GetTimestamp();
    private readonly long _bytesTotal = uploads.Sum(upload => upload.Bytes);
    private int _filesDone;
    private int _pagesDone;
    private long _bytesDone;

    public void Count(IngestOutcome outcome)
    {
        _bytesDone += uploads[_filesDone].Bytes;
        _filesDone++;
        _pagesDone += outcome switch
        {
            IngestOutcome.Published published => published.Pages,
            IngestOutcome.NewRevision revision => revision.Pages,
            _ => 0,
        };
        progress?.Report(new()
        {
            FilesDone = _filesDone,
            FilesTotal = uploads.Count,
            PagesDone = _pagesDone,
            BytesDone = _bytesDone,
            BytesTotal = _bytesTotal,
            Elapsed = time.GetElapsedTime(_start),
        });
    }
}
