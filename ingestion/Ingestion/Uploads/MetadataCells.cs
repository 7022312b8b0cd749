using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>One row's cells under the header's columns.</summary>
internal sealed class MetadataCells(ImmutableArray<string> columns, string[] cells, string csv, int line)
{
    public const string File = "file";
    public static readonly ImmutableArray<string> Columns = [File, "document", "title", "number", "issuer", "kind", "valid_from", "valid_to", "audience", "url"];

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"];

    private readonly ImmutableArray<MetadataProblem>.Builder _problems = ImmutableArray.CreateBuilder<MetadataProblem>();

    public string FileName => Cell(File).Normalize();

    /// <summary>Null when a cell is wrong.</summary>
    public MetadataRow? Read(out ImmutableArray<MetadataProblem> problems)
    {
        if (cells.Length > columns.Length && cells[columns.Length..].Any(cell => cell.Length > 0))
            Report(null, MetadataProblemKind.BadRow, cells[columns.Length]);
        if (FileName.Length == 0)
            Report(File, MetadataProblemKind.NoFile, "");
        var document = Document();
        var (first, last) = (Day("valid_from"), Day("valid_to"));
        if (last < first)
            Report("valid_to", MetadataProblemKind.EndBeforeStart, Cell("valid_to"));
        var url = Url();
        problems = _problems.ToImmutable();
        if (!problems.IsEmpty)
            return null;

        return new(
            FileName, line, document, DescriptionText.Title(Cell("title")), DescriptionText.Kind(Cell("kind")), ValidityPeriod.FromDays(first, last), Audience.Parse(Cell("audience")), url)
        {
            Number = DescriptionText.Name(Cell("number")),
            Issuer = DescriptionText.Name(Cell("issuer")),
        };
    }

    private string Cell(string column) => columns.IndexOf(column) is >= 0 and var i && i < cells.Length ? cells[i].Trim() : "";

    private DocumentId? Document()
    {
        if (Cell("document") is not { Length: > 0 } cell)
            return null;
        if (DocumentId.TryParse(cell, out var id))
            return id;
        Report("document", MetadataProblemKind.BadDocument, cell);
        return null;
    }

    private DateOnly? Day(string column)
    {
        if (Cell(column) is not { Length: > 0 } cell)
            return null;
        if (DateOnly.TryParseExact(cell, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Report(column, MetadataProblemKind.BadDate, cell);
        return null;
    }

    private string? Url()
    {
        if (Cell("url") is not { Length: > 0 } cell)
            return null;
        if (DescriptionText.IsUrl(cell))
            return cell;
        Report("url", MetadataProblemKind.BadUrl, cell);
        return null;
    }

    private void Report(string? column, MetadataProblemKind kind, string value) => _problems.Add(new(csv, line, column, kind, value));
}
