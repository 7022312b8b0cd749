using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Evaluation.Corpus;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>The numbers of a run, as written to summary.json and printed.</summary>
internal sealed record AnswersSummary
{
    public required DateOnly Today { get; init; }

    /// <summary>"extractive", or the configured model's name.</summary>
    public required string Writer { get; init; }

    /// <summary>The judge's name and the version of its prompt; null without one.</summary>
    public required string? Judge { get; init; }
    public required IngestionSummary Ingestion { get; init; }
    public required WrittenKind Overall { get; init; }
    public required ImmutableArray<WrittenKind> Kinds { get; init; }

    /// <summary>Why the configured model did not write, by reason.</summary>
    public required ImmutableSortedDictionary<string, int> Fallbacks { get; init; }

    /// <summary>Conflicts said, by kind.</summary>
    public required ImmutableSortedDictionary<string, int> Conflicts { get; init; }

    public static AnswersSummary Of(AnswersSettings settings, DateOnly today, IngestionSummary ingestion, IReadOnlyCollection<WrittenScore> scores) => new()
    {
        Today = today,
        Writer = settings.Writer?.Name ?? "extractive",
        Judge = settings.Judge is { } judge ? $"{judge.Name}, {AnswerJudge.Prompt}" : null,
        Ingestion = ingestion,
        Overall = WrittenKind.Of("all", scores),
        Kinds = [.. scores.GroupBy(score => score.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => WrittenKind.Of(group.Key, [.. group]))],
        Fallbacks = scores.Select(score => score.Fallback).OfType<string>().CountBy(reason => reason).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Conflicts = scores.SelectMany(score => score.Conflicts).CountBy(kind => kind).ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    public string ToText() => Ingestion.ToText() + "\n" + Table() + "\n"
        + string.Concat(Fallbacks.Select(fallback => $"model did not write, {fallback.Key}: {fallback.Value}\n"))
        + string.Concat(Conflicts.Select(conflict => $"conflicts, {conflict.Key}: {conflict.Value}\n"))
        + string.Create(CultureInfo.InvariantCulture, $"writer {Writer}; {(Judge is null ? "no judge" : "judge " + Judge)}; unsupported claims shown: {Overall.UnsupportedShown} of {Overall.ClaimsShown}; today is {Today:yyyy-MM-dd}\n");

    private string Table()
    {
        var table = new TextTable(
            "kind", "n", "status right", "abstention right", "citation precision", "citation recall", "gold quote covered", "unsupported shown", "dropped",
            "value", "value in 1st line", "order obeyed", "conflict said", "by model", "p50 ms", "p95 ms", "tokens in", "tokens out", "faithful", "helpful");
        foreach (var kind in Kinds.Append(Overall))
        {
            table.Add(kind.Kind, $"{kind.N}", TextTable.Share(kind.StatusRight), TextTable.Share(kind.AbstentionRight), TextTable.Share(kind.CitationPrecision),
                TextTable.Share(kind.CitationRecall), TextTable.Share(kind.GoldQuoteCovered), $"{kind.UnsupportedShown}", $"{kind.ClaimsDropped}",
                TextTable.Share(kind.ValueInAnswer), TextTable.Share(kind.ValueInFirstLine), TextTable.Share(kind.ForbiddenSaid), TextTable.Share(kind.WithConflict), TextTable.Share(kind.ByModel),
                TextTable.Number(kind.MillisecondsP50), TextTable.Number(kind.MillisecondsP95), TextTable.Number(kind.InputTokensMean), TextTable.Number(kind.OutputTokensMean),
                TextTable.Share(kind.Faithful), TextTable.Share(kind.Helpful));
        }

        return table.ToString();
    }
}
