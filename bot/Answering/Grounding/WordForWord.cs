namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Whether a claim says nothing but its quotes: each of its lines, or the cells of its table, stands in one of them.</summary>
internal static class WordForWord
{
    public static bool Holds(DraftClaim claim, IReadOnlyList<string> quotes)
    {
        var sources = quotes.Select(NormalizedText.Of).ToArray();
        if (claim.Table is not { } table)
            return claim.Text.Split('\n').All(line => Stands(WithoutBullet(line), sources));
        return claim.Text == TableText.Of(table)
            && (table.Caption.Length == 0 || table.Caption.Split('\n').All(line => Stands(line, sources)))
            && table.Header.SelectMany(cell => cell.Split('\n')).All(cell => Stands(cell, sources))
            && table.Rows.All(row => Stands(string.Join('\t', row), sources) || row.Where(cell => cell.Length > 0).All(cell => Stands(cell, sources)));
    }

    private static bool Stands(string words, NormalizedText[] sources)
    {
        var normalized = NormalizedText.Of(words);
        return normalized.Text.Length == 0 || sources.Any(source => source.Contains(normalized));
    }

    /// <summary>A bullet is no word: one may be shown where the page prints another, or none.</summary>
    private static string WithoutBullet(string line) => line.TrimStart(' ', '-', '–', '•');
}
