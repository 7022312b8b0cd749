namespace AgentHelpdesk.Ingestion;

/// <summary>How far a run is; told after every file.</summary>
public sealed record IngestProgress
{
    public required int FilesDone { get; init; }
    public required int FilesTotal { get; init; }

    /// <summary>Pages published so far.</summary>
    public required int PagesDone { get; init; }
    public required long BytesDone { get; init; }
    public required long BytesTotal { get; init; }
    public required TimeSpan Elapsed { get; init; }

    public double PagesPerSecond => Elapsed > TimeSpan.Zero ? PagesDone / Elapsed.TotalSeconds : 0;

    /// <summary>By bytes: how many pages a file has is known only once it is read. Null until something can be said.</summary>
    public TimeSpan? TimeLeft => BytesDone > 0 ? Elapsed * ((BytesTotal - BytesDone) / (double)BytesDone) : null;
}
