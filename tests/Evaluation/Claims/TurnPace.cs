using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>How long the check takes for a whole turn, once it is warm.</summary>
internal static class TurnPace
{
    public const int Claims = 12;
    public const int Passages = 20;
    public const int Turns = 101;

    /// <returns>Milliseconds.</returns>
    public static double Of(ImmutableArray<JudgedCase> judged)
    {
        var faithful = judged.Where(one => one.Case.IsFaithful).Select(one => one.Case.Case).ToArray();
        var texts = faithful.SelectMany(one => one.Passages).Select(passage => passage.Text).Distinct().Take(Passages).ToArray();
        var ranks = texts.Index().ToDictionary(pair => pair.Item, pair => pair.Index + 1);
        var told = faithful.Where(one => ranks.ContainsKey(one.Passages[0].Text)).ToArray();
        var passages = ranks.Select(pair => BarePassage.Of(pair.Value, pair.Key)).ToImmutableArray();
        var rules = new VerificationRules { Writer = WriterKind.Model };
        var random = new Random(1);
        var times = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var claims = Enumerable.Range(0, Claims).Select(_ => told[random.Next(told.Length)]).Select(one => new DraftClaim
            {
                Kind = ClaimKind.Rule,
                Text = one.Claim.Text,
                Quotes = [new(ranks[one.Passages[0].Text], one.Claim.Quote)],
            });
            var draft = new AnswerDraft([.. claims]);
            var started = Stopwatch.GetTimestamp();
            CitationVerifier.Verify(draft, passages, rules);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(Turns / 2);
    }
}
