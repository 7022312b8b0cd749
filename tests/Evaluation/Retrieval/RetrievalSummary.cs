using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Evaluation.Corpus;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>The numbers of a retrieval run, as written to summary.json and printed.</summary>
internal sealed record RetrievalSummary
{
    /// <summary>The day taken as today.</summary>
    public required DateOnly Today { get; init; }
    public required IngestionSummary Ingestion { get; init; }
    public required KindScore Overall { get; init; }
    public required ImmutableArray<KindScore> Kinds { get; init; }

    /// <summary>Abstentions by reason, over all questions.</summary>
    public required ImmutableSortedDictionary<string, int> AbstentionReasons { get; init; }

    public required EvidenceSeparation Evidence { get; init; }

    /// <summary>The process's largest resident memory in megabytes (1 MB = 1,048,576 bytes).</summary>
    public required double PeakMemoryMegabytes { get; init; }

    public string ToText() => Ingestion.ToText() + "\n" + Table() + "\n"
        + string.Concat(AbstentionReasons.Select(reason => $"abstained, {reason.Key}: {reason.Value}\n"))
        + EvidenceText()
        + string.Create(CultureInfo.InvariantCulture, $"peak memory {PeakMemoryMegabytes:0} MB; today is {Today:yyyy-MM-dd}\n");

    private string EvidenceText() => Evidence.Auroc is not { } area ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"evidence: AUROC {area:0.000} ({string.Join(", ", Evidence.AurocByKind.Select(kind => $"{kind.Key} {TextTable.Share(kind.Value)}"))}); cross-validated threshold {Evidence.Threshold:0.000} answers {TextTable.Share(Evidence.AnswerableAnswered)} of answerable, {TextTable.Share(Evidence.UnanswerableAnswered)} of unanswerable\n");

    private string Table()
    {
        var table = new TextTable(
            "kind", "n", "recall@1", "recall@5", "recall@10", "MRR@10", "nDCG@10", "page@1", "version@1",
            "answered", "unans. answered", "value", "value in 1st line", "wrong value 1st", "order obeyed", "p50 ms", "p99 ms");
        foreach (var score in Kinds.Append(Overall))
        {
            table.Add(score.Kind, $"{score.N}", TextTable.Share(score.RecallAt1), TextTable.Share(score.RecallAt5), TextTable.Share(score.RecallAt10),
                TextTable.Share(score.MrrAt10), TextTable.Share(score.NdcgAt10), TextTable.Share(score.PageAt1), TextTable.Share(score.RightVersionAt1),
                TextTable.Share(score.AnswerableAnswered), TextTable.Share(score.UnanswerableAnswered), TextTable.Share(score.ValueInAnswer),
                TextTable.Share(score.ValueInFirstLine), TextTable.Share(score.WrongValueFirst),
                TextTable.Share(score.ForbiddenSaid), TextTable.Number(score.MillisecondsP50), TextTable.Number(score.MillisecondsP99));
        }

        return table.ToString();
    }
}
