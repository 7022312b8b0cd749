using AgentHelpdesk.Ingestion.Reading.Joining;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Ingestion.Reading.Pdf;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig.Exceptions;

namespace AgentHelpdesk.Ingestion.Reading;

/// <summary>Reads a PDF: whatever its bytes are, the outcome is text in reading order or the problem that prevents it.</summary>
public sealed class PdfReader(IOptions<ReadingOptions> options)
{
    private readonly ReadingOptions _options = options.Value;

    public ReadOutcome Read(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (FileSignature.Check(content.Span) is { } notPdf)
            return new ReadOutcome.Unreadable(notPdf);

        var problems = new List<ReadingProblem>();
        try
        {
            using var source = new PdfSource(PdfSource.Open(content), _options, problems);
            if (source.PageCount == 0)
                return new ReadOutcome.Unreadable(new(ReadingProblemKind.NoPages, null, "0 pages"));

            var pages = ReadPages(source, problems, ct);
            if (pages.TrueForAll(page => page.Words.Count == 0))
                return new ReadOutcome.Unreadable(new(ReadingProblemKind.NoText, null, $"{pages.Count} pages"));

            var (blocks, numbered) = BlockBuilder.Build(pages);
            return new ReadOutcome.Read(new() { Pages = numbered, Blocks = blocks, Problems = [.. problems], Title = source.Title });
        }
        catch (PdfDocumentEncryptedException exception)
        {
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.PasswordNeeded, null, exception.Message));
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
        {
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.Damaged, null, exception.Message));
        }
    }

    private static List<PageContent> ReadPages(PdfSource source, List<ReadingProblem> problems, CancellationToken ct)
    {
        var pages = new List<PageContent>(source.PageCount);
        for (var number = 1; number <= source.PageCount; number++)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var page = source.Read(number);
                pages.Add(page);
                if (page.Words.Count == 0)
                    problems.Add(new(ReadingProblemKind.PageWithoutText, number, page.HasImages ? "image" : ""));
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
            {
                problems.Add(new(ReadingProblemKind.PageUnreadable, number, exception.Message));
                pages.Add(new() { Number = number, Frame = new(0, 0, 0), Words = [] });
            }
        }

        return pages;
    }
}
