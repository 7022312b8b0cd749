namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>Judges the claims of a file: one line in, one line out, and the counts by reason.</summary>
internal static class ClaimsRun
{
    public static async Task<int> RunAsync(string file, string outFolder, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (accepted, rejected) = (0, 0);
        var code = await JsonLines.AnswerAsync<ClaimCase, ClaimJudgement>(file, outFolder, one =>
        {
            var judgement = one.Judge();
            if (judgement.Flaw() is { } flaw)
            {
                rejected++;
                counts[flaw] = counts.GetValueOrDefault(flaw) + 1;
            }
            else
            {
                accepted++;
            }

            return judgement;
        }, errors, cancellationToken);
        await ResultFiles.WriteSummaryAsync(outFolder, new ClaimsSummary(accepted + rejected, accepted, rejected, counts), cancellationToken);
        await output.WriteLineAsync($"{accepted + rejected} claims: {accepted} accepted, {rejected} rejected.");
        foreach (var (flaw, count) in counts)
            await output.WriteLineAsync($"  {flaw}: {count}");
        return code;
    }
}

internal sealed record ClaimsSummary(int Claims, int Accepted, int Rejected, IReadOnlyDictionary<string, int> ByReason);
