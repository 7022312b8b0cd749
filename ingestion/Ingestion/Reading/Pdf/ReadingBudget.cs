namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>What reading one document may still cost: time and decompressed bytes. The library has no limit of its own.</summary>
internal sealed class ReadingBudget(ReadingOptions options, CancellationToken ct)
{
    private const long Megabyte = 1024 * 1024;

    private long _inflated;

    public long MaxStreamBytes { get; } = options.MaxStreamMegabytes * Megabyte;

    public long MaxContentBytes { get; } = options.MaxContentMegabytes * Megabyte;

    /// <summary>What was refused last; the library may swallow the exception that said so.</summary>
    public string? Refused { get; private set; }

    public void Check() => ct.ThrowIfCancellationRequested();

    public void Spend(long bytes)
    {
        _inflated += bytes;
        if (_inflated > options.MaxInflatedMegabytes * Megabyte)
            throw Refuse($"{_inflated / Megabyte} MB decompressed in all");
    }

    public ReadingLimitException Refuse(string what)
    {
        Refused = what;
        return new(what);
    }

    public string? TakeRefused()
    {
        var refused = Refused;
        Refused = null;
        return refused;
    }
}

/// <summary>Leaves the library when a document costs more than the options allow; caught where the document is read.</summary>
internal sealed class ReadingLimitException(string message) : Exception(message);
