using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Turns the lines of one table into rows and problems.</summary>
internal sealed class MetadataRowParser
{
    public const string File = "file";

    private static readonly string[] Columns = [File, "document", "title", "kind", "valid_from", "valid_to", "audience", "url"];
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    // A title longer than this is a paste gone wrong, and would not fit a citation.
    private const int MaxCell = 500;

    private readonly string _path;
    private readonly string[] _header;
    private readonly Func<string, bool> _exists;
    private readonly Dictionary<string, MetadataRow> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bad = new(StringComparer.Ordinal);
    private readonly List<MetadataProblem> _problems = [];

    public MetadataRowParser(string path, string[] header, Func<string, bool> exists)
    {
        (_path, _header, _exists) = (path, header, exists);
        foreach (var column in header.Where(column => column.Length > 0 && !Columns.Contains(column)))
            Report(MetadataProblemKind.UnknownColumn, 1, column, column);
    }

    public ImmutableDictionary<string, MetadataRow> Good => _rows.Where(pair => !_bad.Contains(pair.Key)).ToImmutableDictionary(StringComparer.Ordinal);

    public ImmutableHashSet<string> Bad => [.. _bad];

    public ImmutableArray<MetadataProblem> Problems => [.. _problems];

    public void Add(int line, string[] cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
            return;

        var before = _problems.Count;
        var name = Cell(cells, File).Normalize();
        if (name.Length == 0)
        {
            Report(MetadataProblemKind.MissingFileName, line, File, "");
            return;
        }

        if (name.AsSpan().IndexOfAny('/', '\\') >= 0 || name is "." or "..")
        {
            Report(MetadataProblemKind.FileNameWithPath, line, File, name);
            return;
        }

        if (cells.Length > _header.Length && cells.Skip(_header.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            Report(MetadataProblemKind.BadLine, line, "", string.Join(' ', cells.Skip(_header.Length)));
        var row = Parse(line, name, cells);
        if (!_rows.TryAdd(name, row))
            Report(MetadataProblemKind.DuplicateFile, line, File, name);
        if (_problems.Count > before)
            _bad.Add(name);
        else if (!_exists(name))
            Report(MetadataProblemKind.FileNotFound, line, File, name);
    }

    private MetadataRow Parse(int line, string name, string[] cells)
    {
        foreach (var column in Columns.Where(column => Cell(cells, column).Length > MaxCell))
            Report(MetadataProblemKind.TooLong, line, column, Cell(cells, column)[..40] + "…");

        DocumentId? document = null;
        var identity = Cell(cells, "document");
        if (identity.Length > 0)
        {
            if (DocumentId.TryParse(identity, out var parsed))
                document = parsed;
            else
                Report(MetadataProblemKind.BadDocument, line, "document", identity);
        }

        var first = Date(line, "valid_from", cells);
        var last = Date(line, "valid_to", cells);
        if (last < first)
        {
            Report(MetadataProblemKind.EndsBeforeItBegins, line, "valid_to", Cell(cells, "valid_to"));
            last = null;
        }

        var url = Cell(cells, "url");
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            Report(MetadataProblemKind.BadUrl, line, "url", url);

        return new()
        {
            FileName = name,
            Document = document,
            Title = NullIfEmpty(Cell(cells, "title").Normalize()),
            Kind = NullIfEmpty(Cell(cells, "kind").Normalize().ToLowerInvariant()),
            Declared = ValidityPeriod.FromDays(first, last),
            Audience = Audience.Parse(Cell(cells, "audience")),
            Url = NullIfEmpty(url),
            Line = line,
        };
    }

    private DateOnly? Date(int line, string column, string[] cells)
    {
        var text = Cell(cells, column);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report(MetadataProblemKind.BadDate, line, column, text);
        return null;
    }

    private string Cell(string[] cells, string column)
    {
        var index = Array.IndexOf(_header, column);
        return index >= 0 && index < cells.Length ? cells[index].Trim() : "";
    }

    private void Report(MetadataProblemKind kind, int line, string column, string value) => _problems.Add(new(kind, _path, line, column, value));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
