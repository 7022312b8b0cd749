using AgentHelpdesk.Ingestion.Reading.Joining;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Ingestion.Reading.Pdf;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Reading;

/// <summary>Reads a PDF: whatever its bytes are, the outcome is text in reading order or the problem that prevents it.</summary>
public sealed class PdfReader(IOptions<ReadingOptions> options)
{
    private readonly ReadingOptions _options = options.Value;

    public ReadOutcome Read(ReadOnlyMemory<byte> content, CancellationToken ct) => Read(content, null, ct);

    /// <param name="content">The file's bytes.</param>
    /// <param name="progress">Told after every page, on the thread that reads.</param>
    /// <param name="ct">Stops between pages.</param>
    public ReadOutcome Read(ReadOnlyMemory<byte> content, IProgress<ReadingProgress>? progress, CancellationToken ct)
    {
        if (FileSignature.Check(content.Span) is { } notPdf)
            return new ReadOutcome.Unreadable(notPdf);
        try
        {
            return TimeLimit.Run(TimeSpan.FromSeconds(_options.MaxSeconds), token => ReadWithin(content, progress, token), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A layout that nobody thought of harms its own file only.
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.Damaged, null, exception.Message));
        }
    }

    private ReadOutcome ReadWithin(ReadOnlyMemory<byte> content, IProgress<ReadingProgress>? progress, CancellationToken ct)
    {
        var problems = new List<ReadingProblem>();
        if (!PdfSource.TryOpen(content, _options, problems, ct, out var opened, out var unreadable))
            return new ReadOutcome.Unreadable(unreadable);

        using var source = opened;
        if (source.PageCount == 0)
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.NoPages, null, "0 pages"));
        if (source.PageCount > _options.MaxPages)
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.LimitExceeded, null, $"{source.PageCount} pages"));

        var pages = new List<PageContent>(source.PageCount);
        for (var number = 1; number <= source.PageCount; number++)
        {
            pages.Add(source.Read(number));
            progress?.Report(new(number, source.PageCount));
        }

        if (pages.TrueForAll(page => page.Words.Count == 0))
            return new ReadOutcome.Unreadable(source.WhyNoText(pages));

        var (blocks, numbered) = BlockBuilder.Build(pages, source.Bookmarks(), ct);
        return new ReadOutcome.Read(new() { Pages = numbered, Blocks = blocks, Problems = [.. problems], Title = source.Title });
    }
}

/// <summary>How far the reading of one PDF is.</summary>
/// <param name="PagesRead">Pages read so far.</param>
/// <param name="PagesTotal">Pages of the document.</param>
public readonly record struct ReadingProgress(int PagesRead, int PagesTotal);
