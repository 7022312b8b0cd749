using System.Diagnostics;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Benchmarks.Ingestion;

/// <summary>Pages a second of each stage, one after the other on one thread, then of the whole from file to published.</summary>
internal static class StageTable
{
    public static async Task PrintAsync(string corpus)
    {
        string[] files = [.. Directory.EnumerateFiles(corpus, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var folder = Directory.CreateTempSubdirectory("agenthelpdesk-benchmark-").FullName;
        await using var services = new ServiceCollection().AddLogging().AddIngestion().AddEmbeddedKnowledge(folder).BuildServiceProvider();
        try
        {
            Console.WriteLine($"{files.Length} files of {corpus}");
            Stages(services, files);
            await WholeAsync(services, corpus);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Stages(ServiceProvider services, string[] files)
    {
        var contents = files.Select(File.ReadAllBytes).ToArray();
        var read = Timed("reading", () => contents.Select(content => services.GetRequiredService<PdfReader>().Read(content, CancellationToken.None))
            .OfType<ReadOutcome.Read>().Select(outcome => outcome.Document).ToArray(), documents => documents.Sum(document => document.Pages.Length));
        var pages = read.Sum(document => document.Pages.Length);
        var outlines = Timed("sectioning", () => read.Select(document => services.GetRequiredService<SectionBuilder>().Build(document, "Document")).ToArray(), _ => pages);
        var document = DocumentId.Parse("document");
        var revision = RevisionId.Of(document, ContentHash.Of([]));
        var chunks = Timed("chunking", () => outlines.SelectMany(outline => services.GetRequiredService<SectionChunker>().Chunk(outline, document, revision, "Document")).ToArray(), _ => pages);
        Timed("analysing", () => chunks.Select(IndexedText.Weigh).ToArray(), _ => pages);
        Console.WriteLine($"{pages} pages, {chunks.Length} chunks, {chunks.Sum(chunk => (long)chunk.Text.Length):N0} characters");
    }

    private static async Task WholeAsync(ServiceProvider services, string corpus)
    {
        var start = Stopwatch.GetTimestamp();
        var pages = 0;
        var outcomes = 0;
        await foreach (var outcome in services.GetRequiredService<IngestFiles>().RunAsync([corpus], new IngestSettings(), null, CancellationToken.None))
        {
            outcomes++;
            pages += outcome switch
            {
                IngestOutcome.Published published => published.Pages,
                IngestOutcome.NewRevision revision => revision.Pages,
                _ => 0,
            };
        }

        Report("file to published, all cores", Stopwatch.GetElapsedTime(start), pages);
        Console.WriteLine($"{outcomes} outcomes, {Environment.WorkingSet >> 20} MB resident at the end, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most");
    }

    private static T Timed<T>(string stage, Func<T> work, Func<T, int> pagesOf)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Report(stage, Stopwatch.GetElapsedTime(start), pagesOf(result));
        return result;
    }

    private static void Report(string stage, TimeSpan elapsed, int pages) =>
        Console.WriteLine($"{stage,-32}{elapsed.TotalSeconds,9:0.00} s{pages / elapsed.TotalSeconds,12:0} pages/s");
}
