using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Uploads;

namespace AgentHelpdesk.Evaluation.Corpus;

/// <summary>A folder of PDFs, or one that holds them in <c>pdf/</c>, perhaps with the truth about them in <c>truth/</c>.</summary>
internal sealed record EvaluationCorpus
{
    private readonly MetadataFile? _metadata;

    private EvaluationCorpus(string pdfFolder, string? truthFolder)
    {
        (PdfFolder, TruthFolder) = (pdfFolder, truthFolder);
        var metadata = Path.Combine(pdfFolder, MetadataFile.FileName);
        _metadata = File.Exists(metadata) ? MetadataFile.Read(metadata, File.ReadAllBytes(metadata)) : null;
    }

    public string PdfFolder { get; }

    /// <summary>Null when there is none.</summary>
    public string? TruthFolder { get; }

    /// <summary>By path, in ordinal order.</summary>
    public ImmutableArray<string> PdfFiles =>
        [.. Directory.EnumerateFiles(PdfFolder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file).Equals(".pdf", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <summary>The title that metadata.csv gives a file; null: none.</summary>
    public string? TitleOf(string fileName) => RowOf(fileName)?.Title;

    /// <summary>What metadata.csv says of a file; null: nothing.</summary>
    public MetadataRow? RowOf(string fileName) => _metadata?.Find(fileName);

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
