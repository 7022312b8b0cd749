using System.Collections.Immutable;
using System.Globalization;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>Judges the liar's claims and those written by hand, and reports each apart, by kind.</summary>
internal static class LiarRun
{
    /// <summary>Any number will do; the same makes the same claims.</summary>
    private const int Seed = 20260615;

    /// <summary>Sentences of a corpus that are lied about; each gives about a dozen claims.</summary>
    private const int MostSentences = 1_500;

    public static async Task RunAsync(string? corpus, string? outFolder, TextWriter output, CancellationToken cancellationToken)
    {
        var made = Judge(new Liar(Seed).Make(SourceTexts.Read(corpus), MostSentences));
        var written = Judge(WrittenPairs.Read());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"A turn of {TurnPace.Claims} claims over {TurnPace.Passages} passages: {TurnPace.Of(made):0.00} ms, median of {TurnPace.Turns}."));
        await ReportAsync("Made by the liar", made, output);
        await ReportAsync("Written by hand", written, output);
        if (outFolder is not null)
        {
            await ResultFiles.WriteLinesAsync(outFolder, made.Concat(written).Select(LineOf), cancellationToken);
            await ResultFiles.WriteSummaryAsync(outFolder, new { Liar = LiarScore.Of(made), Written = LiarScore.Of(written) }, cancellationToken);
        }
    }

    public static ImmutableArray<JudgedCase> Judge(IEnumerable<LabelledCase> cases) => [.. cases.Select(one => new JudgedCase(one, one.Case.Judge()))];

    private static JudgedLine LineOf(JudgedCase one) =>
        new(one.Case.Case.Id, one.Case.Kind, one.Case.IsFaithful, one.IsRight, one.Judgement.Reason, one.Case.Case.Claim);

    private static async Task ReportAsync(string title, ImmutableArray<JudgedCase> judged, TextWriter output)
    {
        var score = LiarScore.Of(judged);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{title}: {score.FalseClaims} false claims, {score.Detection:0.0000} caught; {score.Faithful.Sum(kind => kind.Claims)} faithful, {score.FalseAlarms:0.0000} false alarms."));
        foreach (var (side, kinds) in new[] { ("false", score.Lies), ("faithful", score.Faithful) })
        {
            foreach (var kind in kinds)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {side,-9} {kind.Kind,-22} {kind.Right,5} of {kind.Claims,-5} {kind.Share:0.0000}"));
        }
    }

    private sealed record JudgedLine(string Id, string Kind, bool IsFaithful, bool IsRight, string Reason, QuotedClaim Claim);
}
