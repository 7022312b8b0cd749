using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>The measures of one kind of question, or of all; null where no question has what the measure needs.</summary>
internal sealed record WrittenKind
{
    public required string Kind { get; init; }
    public required int N { get; init; }
    public double? StatusRight { get; init; }

    /// <summary>Of the unanswerable questions.</summary>
    public double? AbstentionRight { get; init; }
    public double? CitationPrecision { get; init; }
    public double? CitationRecall { get; init; }
    public double? GoldQuoteCovered { get; init; }

    /// <summary>By the verifier run again over what is shown; must be 0.</summary>
    public required int UnsupportedShown { get; init; }
    public required int ClaimsShown { get; init; }
    public required int ClaimsDropped { get; init; }
    public double? ValueInAnswer { get; init; }
    public double? ValueInFirstLine { get; init; }
    public double? ForbiddenSaid { get; init; }

    /// <summary>Of the answers, those with a conflict said.</summary>
    public double? WithConflict { get; init; }

    /// <summary>Of the answers, those that the configured model wrote.</summary>
    public double? ByModel { get; init; }
    public required double MillisecondsP50 { get; init; }
    public required double MillisecondsP95 { get; init; }
    public required double InputTokensMean { get; init; }
    public required double OutputTokensMean { get; init; }

    /// <summary>By the judge, from 0 to 1; null without one.</summary>
    public double? Faithful { get; init; }
    public double? Helpful { get; init; }

    public static WrittenKind Of(string kind, IReadOnlyCollection<WrittenScore> scores)
    {
        var answered = scores.Where(score => score.Writer is not null).ToList();
        return new()
        {
            Kind = kind,
            N = scores.Count,
            StatusRight = Share(scores, score => score.StatusRight),
            AbstentionRight = Share(scores.Where(score => !score.Answerable), score => score.StatusRight),
            CitationPrecision = scores.Select(score => score.CitationPrecision).Average(),
            CitationRecall = scores.Select(score => score.CitationRecall).Average(),
            GoldQuoteCovered = scores.Select(score => score.GoldQuoteCovered).Average(),
            UnsupportedShown = scores.Sum(score => score.UnsupportedShown),
            ClaimsShown = scores.Sum(score => score.ClaimsShown),
            ClaimsDropped = scores.Sum(score => score.ClaimsDropped),
            ValueInAnswer = Share(scores, score => score.ValueInAnswer),
            ValueInFirstLine = Share(scores, score => score.ValueInFirstLine),
            ForbiddenSaid = Share(scores, score => score.ForbiddenSaid),
            WithConflict = Share(answered, score => !score.Conflicts.IsEmpty),
            ByModel = Share(answered, score => score.Writer == "model"),
            MillisecondsP50 = RankingMetrics.Percentile(scores.Select(score => score.Milliseconds), .50),
            MillisecondsP95 = RankingMetrics.Percentile(scores.Select(score => score.Milliseconds), .95),
            InputTokensMean = scores.Average(score => score.InputTokens),
            OutputTokensMean = scores.Average(score => score.OutputTokens),
            Faithful = scores.Select(score => score.Judgement?.Faithful).Average(),
            Helpful = scores.Select(score => score.Judgement?.Helpful).Average(),
        };
    }

    private static double? Share(IEnumerable<WrittenScore> scores, Func<WrittenScore, bool?> holds) =>
        scores.Select(score => holds(score) is { } yes ? yes ? 1.0 : 0 : (double?)null).Average();
}
