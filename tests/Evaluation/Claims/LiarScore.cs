using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Claims;

/// <param name="Case">What was judged.</param>
/// <param name="Judgement">What came of it.</param>
internal sealed record JudgedCase(LabelledCase Case, ClaimJudgement Judgement)
{
    public bool IsRight => (Judgement.Verdict is "accepted") == Case.IsFaithful;
}

/// <param name="Kind">Of claim.</param>
/// <param name="Claims">How many.</param>
/// <param name="Right">Of them, faithful ones accepted or false ones rejected.</param>
internal sealed record KindOfClaim(string Kind, int Claims, int Right)
{
    public double Share => Claims == 0 ? 1 : Math.Round(Right / (double)Claims, 4);
}

internal sealed record LiarScore(ImmutableArray<KindOfClaim> Lies, ImmutableArray<KindOfClaim> Faithful)
{
    public int FalseClaims => Lies.Sum(kind => kind.Claims);

    public double Detection => Share(Lies);

    public double FalseAlarms => Math.Round(1 - Share(Faithful), 4);

    public static LiarScore Of(IReadOnlyCollection<JudgedCase> judged) =>
        new(Kinds(judged.Where(one => !one.Case.IsFaithful)), Kinds(judged.Where(one => one.Case.IsFaithful)));

    private static ImmutableArray<KindOfClaim> Kinds(IEnumerable<JudgedCase> judged) =>
        [.. judged.GroupBy(one => one.Case.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new KindOfClaim(group.Key, group.Count(), group.Count(one => one.IsRight)))];

    private static double Share(ImmutableArray<KindOfClaim> kinds) =>
        kinds.Sum(kind => kind.Claims) is var all and > 0 ? Math.Round(kinds.Sum(kind => kind.Right) / (double)all, 4) : 1;
}
