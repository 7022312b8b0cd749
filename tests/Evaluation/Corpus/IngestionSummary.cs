using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Ingestion;

namespace AgentHelpdesk.Evaluation.Corpus;

/// <summary>What became of the files.</summary>
internal sealed record IngestionSummary
{
    public required int Files { get; init; }
    public required int Pages { get; init; }
    public required long Chunks { get; init; }
    public required double Seconds { get; init; }
    public required double PagesPerSecond { get; init; }

    /// <summary>The data folder's size after ingestion, PDFs left out, in megabytes.</summary>
    public required double IndexMegabytes { get; init; }

    /// <summary>Files by outcome, in kebab case.</summary>
    public required ImmutableSortedDictionary<string, int> Outcomes { get; init; }

    /// <summary>"file: reason", in the order of the files.</summary>
    public required ImmutableArray<string> Refused { get; init; }

    public static IngestionSummary Nothing => Of([], 0, 0, 0);

    public static IngestionSummary Of(IReadOnlyCollection<IngestOutcome> outcomes, long chunks, double seconds, long indexBytes)
    {
        var files = outcomes.Where(outcome => outcome is not (IngestOutcome.MetadataReported or IngestOutcome.Busy)).ToList();
        var pages = files.Sum(PagesOf);
        return new()
        {
            Files = files.Count,
            Pages = pages,
            Chunks = chunks,
            Seconds = seconds,
            PagesPerSecond = seconds > 0 ? pages / seconds : 0,
            IndexMegabytes = indexBytes / 1048576.0,
            Outcomes = outcomes.CountBy(outcome => KebabCase.Of(outcome.GetType().Name)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Refused = [.. files.OfType<IngestOutcome.Refused>().Select(refused => $"{Path.GetFileName(refused.File)}: {KebabCase.Of(refused.Reason.ToString())}")],
        };
    }

    private static int PagesOf(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Published published => published.Pages,
        IngestOutcome.NewRevision revision => revision.Pages,
        _ => 0,
    };

    public string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Files} files, {Pages} pages, {Chunks} chunks in {Seconds:0.0} s ({PagesPerSecond:0} pages/s); index {IndexMegabytes:0.0} MB\n")
        + string.Concat(Outcomes.Select(outcome => $"{outcome.Key}: {outcome.Value}\n"))
        + string.Concat(Refused.Select(refused => $"refused {refused}\n"));
}
