using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Corpus;

/// <summary>A folder of PDFs, or one that holds them in <c>pdf/</c>, perhaps with the truth about them in <c>truth/</c>.</summary>
internal sealed record EvaluationCorpus
{
    private EvaluationCorpus(string pdfFolder, string? truthFolder) => (PdfFolder, TruthFolder) = (pdfFolder, truthFolder);

    public string PdfFolder { get; }

    /// <summary>Null when there is none.</summary>
    public string? TruthFolder { get; }

    /// <summary>By path, in ordinal order.</summary>
    public ImmutableArray<string> PdfFiles =>
        [.. Directory.EnumerateFiles(PdfFolder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file).Equals(".pdf", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static EvaluationCorpus Open(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"No corpus at {Path.GetFullPath(folder)}: a folder of PDFs, or one holding pdf/, is needed.");
        var inner = Path.Combine(folder, "pdf");
        var truth = Path.Combine(folder, "truth");
        return new(Directory.Exists(inner) ? inner : folder, Directory.Exists(truth) ? truth : null);
    }
}
