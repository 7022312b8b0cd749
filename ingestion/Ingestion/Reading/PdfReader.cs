using AgentHelpdesk.Ingestion.Reading.Joining;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Ingestion.Reading.Pdf;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Reading;

/// <summary>Reads a PDF: whatever its bytes are, the outcome is text in reading order or the problem that prevents it.</summary>
public sealed class PdfReader(IOptions<ReadingOptions> options)
{
    private readonly ReadingOptions _options = options.Value;

    public ReadOutcome Read(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (FileSignature.Check(content.Span) is { } notPdf)
            return new ReadOutcome.Unreadable(notPdf);
        if (content.Length > _options.MaxMegabytes * 1024L * 1024)
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.LimitExceeded, null, $"{content.Length / 1024 / 1024} MB"));

        try
        {
            return TimeLimit.Run(TimeSpan.FromSeconds(_options.MaxSeconds), token => ReadWithin(content, token), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A layout that nobody thought of harms its own file only.
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.Damaged, null, exception.Message));
        }
    }

    private ReadOutcome ReadWithin(ReadOnlyMemory<byte> content, CancellationToken ct)
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
            pages.Add(source.Read(number));
        if (pages.TrueForAll(page => page.Words.Count == 0))
            return new ReadOutcome.Unreadable(source.WhyNoText(pages));

        var (blocks, numbered) = BlockBuilder.Build(pages, source.Bookmarks(), ct);
        return new ReadOutcome.Read(new() { Pages = numbered, Blocks = blocks, Problems = [.. problems], Title = source.Title });
    }
}
