using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>The evidence found for one question, before anything was written: a line of evidence.jsonl.</summary>
internal sealed record EvidenceLine(string Id, string Kind, bool Answerable, double Strength, string? Lack);

/// <summary>How well the strength of evidence tells questions that can be answered from those that can't.</summary>
internal sealed record EvidenceSeparation
{
    private const int Folds = 5;
    private const double MostUnanswerable = .20;

    /// <summary>Chance that an answerable question has more evidence than an unanswerable one; ties count half.</summary>
    public required double? Auroc { get; init; }

    /// <summary>The same against each kind of unanswerable question.</summary>
    public required ImmutableSortedDictionary<string, double> AurocByKind { get; init; }

    /// <summary>
    /// The lowest strength that answers at most a fifth of the unanswerable questions: mean over five folds, each chosen on the other four.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>Shares of the folds left out that their thresholds answer.</summary>
    public double? AnswerableAnswered { get; init; }
    public double? UnanswerableAnswered { get; init; }

    public static EvidenceSeparation Of(IReadOnlyCollection<EvidenceLine> lines)
    {
        var yes = lines.Where(line => line.Answerable).Select(line => line.Strength).ToList();
        var no = lines.Where(line => !line.Answerable).ToList();
        var separation = new EvidenceSeparation
        {
            Auroc = AreaUnderCurve(yes, [.. no.Select(line => line.Strength)]),
            AurocByKind = no.GroupBy(line => line.Kind).ToImmutableSortedDictionary(
                group => group.Key, group => AreaUnderCurve(yes, [.. group.Select(line => line.Strength)]) ?? 0, StringComparer.Ordinal),
        };
        return yes.Count < Folds || no.Count < Folds ? separation : separation.CrossValidated(yes, [.. no.Select(line => line.Strength)]);
    }

    internal static double? AreaUnderCurve(IReadOnlyCollection<double> yes, IReadOnlyCollection<double> no) => yes.Count == 0 || no.Count == 0
        ? null
        : yes.Sum(one => no.Sum(other => one > other ? 1 : one == other ? .5 : 0)) / ((double)yes.Count * no.Count);

    private EvidenceSeparation CrossValidated(List<double> yes, List<double> no)
    {
        var (thresholds, answered, wrong) = (0.0, 0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var threshold = ThresholdFor([.. no.Where((_, i) => i % Folds != fold)]);
            thresholds += threshold / Folds;
            answered += yes.Where((_, i) => i % Folds == fold).Count(strength => strength >= threshold);
            wrong += no.Where((_, i) => i % Folds == fold).Count(strength => strength >= threshold);
        }

        return this with { Threshold = thresholds, AnswerableAnswered = (double)answered / yes.Count, UnanswerableAnswered = (double)wrong / no.Count };
    }

    /// <summary>Half way between the last unanswerable strength let through and the first kept out.</summary>
    private static double ThresholdFor(List<double> no)
    {
        var falling = no.OrderDescending().ToList();
        var let = (int)(falling.Count * MostUnanswerable);
        return let == 0 ? falling[0] + 1e-6 : (falling[let - 1] + falling[let]) / 2 + 1e-9;
    }
}
