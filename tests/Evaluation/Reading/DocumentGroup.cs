namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>The rows of the table that a document counts in: what makes it hard to read, and its kind.</summary>
internal static class DocumentGroup
{
    private static readonly string[] Scanned = ["scan", "scan-ocr", "mixed-scan-page"];

    public static IEnumerable<string> Of(TruthDocument truth)
    {
        yield return $"kind: {truth.Family}";
        var scanned = Scanned.FirstOrDefault(feature => truth.Features.Contains(feature));
        if (scanned is not null)
            yield return $"layout: {scanned}";
        else if (truth.Features.Contains("two-column"))
            yield return "layout: two columns";
        else
            yield return "layout: one column";
        foreach (var feature in truth.Features.Where(feature => feature is "tables" or "rotated" or "landscape" or "footnotes" or "toc" or "toc-no-pages"))
            yield return $"with: {feature}";
    }
}
