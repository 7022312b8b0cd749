using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>The measures of one kind of question, or of all; null where no question has what the measure needs.</summary>
internal sealed record KindScore
{
    private const int Depth = 10;

    public required string Kind { get; init; }
    public required int N { get; init; }
    public double? RecallAt1 { get; init; }
    public double? RecallAt5 { get; init; }
    public double? RecallAt10 { get; init; }
    public double? MrrAt10 { get; init; }
    public double? NdcgAt10 { get; init; }
    public double? PageAt1 { get; init; }

    /// <summary>Of the questions whose gold document has several versions.</summary>
    public double? RightVersionAt1 { get; init; }
    public double? AnswerableAnswered { get; init; }
    public double? UnanswerableAnswered { get; init; }

    /// <summary>Of the answerable questions with a value, answered or not.</summary>
    public double? ValueInAnswer { get; init; }

    /// <summary>The same for the line that opens the answer.</summary>
    public double? ValueInFirstLine { get; init; }

    /// <summary>Of the questions whose value is a figure: the line that opens the answer states another of its kind, and not this one.</summary>
    public double? WrongValueFirst { get; init; }

    /// <summary>Of the questions that meet an order hidden in a document: the answer says what it ordered.</summary>
    public double? ForbiddenSaid { get; init; }
    public required double MillisecondsP50 { get; init; }
    public required double MillisecondsP99 { get; init; }

    public static KindScore Of(string kind, IReadOnlyCollection<QuestionScore> scores)
    {
        var answerable = scores.Where(score => score.Question.Answerable).ToList();
        return new()
        {
            Kind = kind,
            N = scores.Count,
            RecallAt1 = Mean(answerable, score => RankingMetrics.FoundWithin(score.HitRanks, 1)),
            RecallAt5 = Mean(answerable, score => RankingMetrics.FoundWithin(score.HitRanks, 5)),
            RecallAt10 = Mean(answerable, score => RankingMetrics.FoundWithin(score.HitRanks, Depth)),
            MrrAt10 = Mean(answerable, score => RankingMetrics.ReciprocalRank(score.HitRanks, Depth)),
            NdcgAt10 = Mean(answerable, score => RankingMetrics.DiscountedGain(score.HitRanks, score.Question.AnyGoldSuffices, Depth)),
            PageAt1 = Mean(answerable, score => score.FirstOnGoldPage),
            RightVersionAt1 = Mean(scores, score => score.RightVersion),
            AnswerableAnswered = Mean(answerable, score => score.Answered),
            UnanswerableAnswered = Mean(scores.Where(score => !score.Question.Answerable), score => score.Answered),
            ValueInAnswer = Mean(scores, score => score.ValueGiven),
            ValueInFirstLine = Mean(scores, score => score.ValueInFirstLine),
            WrongValueFirst = Mean(scores, score => score.WrongValueFirst),
            ForbiddenSaid = Mean(scores, score => score.ForbiddenSaid),
            MillisecondsP50 = RankingMetrics.Percentile(scores.Select(score => score.Result.Milliseconds), .50),
            MillisecondsP99 = RankingMetrics.Percentile(scores.Select(score => score.Result.Milliseconds), .99),
        };
    }

    /// <summary>A row for each kind in alphabetical order; the overall one is apart.</summary>
    public static IReadOnlyList<KindScore> ByKind(IEnumerable<QuestionScore> scores) =>
        [.. scores.GroupBy(score => score.Question.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    public static ImmutableSortedDictionary<string, int> AbstentionReasons(IEnumerable<QuestionScore> scores) =>
        scores.Select(score => score.Result.Answer.Reason).OfType<string>().CountBy(reason => reason).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static double? Mean(IEnumerable<QuestionScore> scores, Func<QuestionScore, bool?> holds) =>
        Mean(scores, score => holds(score) is { } yes ? yes ? 1 : 0 : null);

    private static double? Mean(IEnumerable<QuestionScore> scores, Func<QuestionScore, double?> measure) => scores.Select(measure).Average();
}
