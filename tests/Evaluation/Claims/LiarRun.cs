using System.Collections.Immutable;
using System.Globalization;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>Judges the claims written by hand, and reports by kind.</summary>
internal static class LiarRun
{
    public static async Task RunAsync(string? corpus, string? outFolder, TextWriter output, CancellationToken cancellationToken)
    {
        var written = Judge(WrittenPairs.Read());
        await ReportAsync("Written by hand", written, output);
        if (outFolder is not null)
        {
            await ResultFiles.WriteLinesAsync(outFolder, written.Select(one => new { one.Case.Case.Id, one.Case.Kind, one.Case.IsFaithful, one.IsRight, one.Judgement.Reason, one.Case.Case.Claim }), cancellationToken);
            await ResultFiles.WriteSummaryAsync(outFolder, LiarScore.Of(written), cancellationToken);
        }
    }

    public static ImmutableArray<JudgedCase> Judge(IEnumerable<LabelledCase> cases) => [.. cases.Select(one => new JudgedCase(one, one.Case.Judge()))];

    private static async Task ReportAsync(string title, IReadOnlyCollection<JudgedCase> judged, TextWriter output)
    {
        var score = LiarScore.Of(judged);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{title}: {score.FalseClaims} false claims, {score.Detection:0.0000} caught; {score.Faithful.Sum(kind => kind.Claims)} faithful, {score.FalseAlarms:0.0000} false alarms."));
        foreach (var kind in score.Lies)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  lie       {kind.Kind,-22} {kind.Right,5}/{kind.Claims,-5} {kind.Share:0.0000}"));
        foreach (var kind in score.Faithful)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  faithful  {kind.Kind,-22} {kind.Right,5}/{kind.Claims,-5} {kind.Share:0.0000}"));
    }
}
