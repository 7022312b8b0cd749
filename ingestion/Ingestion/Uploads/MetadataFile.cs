using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>
/// A folder's <c>metadata.csv</c>: semicolons or commas, UTF-8 with or without byte order mark, or what a French spreadsheet saves
/// (Windows-1252, UTF-16). Every problem is kept with its line; good rows stand.
/// </summary>
public sealed class MetadataFile
{
    public const string FileName = "metadata.csv";

    private readonly Dictionary<string, MetadataRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetadataProblem> _badFiles = new(StringComparer.Ordinal);
    private readonly List<MetadataProblem> _problems = [];
    private readonly string _path;

    private MetadataFile(string path) => _path = path;

    /// <summary>Every problem, in the order of the file.</summary>
    public IReadOnlyList<MetadataProblem> Problems => _problems;

    /// <summary>Nothing in it can be believed, and so nothing beside it be published.</summary>
    public MetadataProblem? Fatal { get; private set; }

    /// <summary>The files that a row, good or bad, is about.</summary>
    public IEnumerable<(string File, int Line)> Files =>
        _rows.Values.Select(row => (row.File, row.Line)).Concat(_badFiles.Select(pair => (pair.Key, pair.Value.Line)));

    /// <param name="path">Where it lies, for messages.</param>
    /// <param name="content">Its bytes.</param>
    public static MetadataFile Read(string path, ReadOnlySpan<byte> content)
    {
        var file = new MetadataFile(path);
        if (MetadataEncoding.Decode(content) is { } text)
            file.Parse(text);
        else
            file.Fatal = file.Report(1, null, MetadataProblemKind.UnreadableFile, "");
        return file;
    }

    /// <summary>Null when no good row is about the file.</summary>
    public MetadataRow? Find(string fileName) => _rows.GetValueOrDefault(fileName.Normalize());

    /// <summary>Why the file's row, or everything beside this <c>metadata.csv</c>, is not believed; null when all is well.</summary>
    public MetadataProblem? FindProblem(string fileName) => Fatal ?? _badFiles.GetValueOrDefault(fileName.Normalize());

    private void Parse(string text)
    {
        // "sep=;" on a line of its own is a spreadsheet's note to itself.
        var firstLine = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        var delimiter = Delimiter(text[firstLine..]);
        ImmutableArray<string>? columns = null;
        for (var (rest, line) = (text[firstLine..], firstLine > 0 ? 1 : 0); rest.Length > 0 && Fatal is null;)
        {
            var source = rest;
            var isTorn = false;
            using var parser = new CsvParser(new StringReader(source), Configuration(delimiter, () => isTorn = true));
            rest = "";
            while (Fatal is null && parser.Read() && parser.Record is { } cells)
            {
                var first = line + FirstLine(parser, source);
                if (IsUnclosed(parser.RawRecord, delimiter, isTorn, columns?.Length ?? int.MaxValue))
                {
                    // The mark would swallow every row after it: reading goes on with the next line.
                    rest = source[(source.IndexOf('\n', Start(parser)) + 1)..];
                    line = first;
                    ReportUnclosed(columns, cells, first);
                    break;
                }

                isTorn = false;
                if (columns is { } known)
                    Add(new(known, cells, _path, first));
                else
                    columns = Columns(cells);
            }
        }

        if (columns is null && Fatal is null)
            Fatal = Report(1, null, MetadataProblemKind.UnreadableFile, "");
    }

    private static CsvConfiguration Configuration(string delimiter, Action onTornQuotes) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        TrimOptions = TrimOptions.Trim,
        IgnoreBlankLines = true,
        BadDataFound = _ => onTornQuotes(),
    };

    // A quoted cell may span lines, but not lines that are rows themselves.
    private static bool IsUnclosed(string record, string delimiter, bool isTorn, int columns)
    {
        var lines = record.TrimEnd('\r', '\n').Split('\n');
        return lines.Length > 1
            && (isTorn || record.Count(character => character == '"') % 2 != 0 || lines.Skip(1).Any(line => line.Count(character => character == delimiter[0]) >= columns - 1));
    }

    private void ReportUnclosed(ImmutableArray<string>? columns, string[] cells, int line)
    {
        var problem = Report(line, null, MetadataProblemKind.BadRow, "\"");
        if (columns is { } known && new MetadataCells(known, cells, _path, line).FileName is { Length: > 0 } file)
            _badFiles.TryAdd(file, problem);
    }

    // The header decides: titles hold commas and semicolons, the header's names neither.
    private static string Delimiter(string text)
    {
        var header = text.AsSpan().TrimStart();
        header = header[..(header.IndexOfAny('\r', '\n') is >= 0 and var end ? end : header.Length)];
        return header.Count(';') >= header.Count(',') ? ";" : ",";
    }

    // A row that spans lines is named by its first.
    private static int FirstLine(CsvParser parser, string source) =>
        1 + source.AsSpan(0, Start(parser)).Count('\n');

    private static int Start(CsvParser parser) => Math.Max(0, (int)parser.CharCount - parser.RawRecord.Length);

    private ImmutableArray<string> Columns(string[] header)
    {
        ImmutableArray<string> columns = [.. header.Select(name => name.Trim().ToLowerInvariant())];
        foreach (var column in columns.Where(column => !MetadataCells.Columns.Contains(column)))
            Report(1, column, MetadataProblemKind.UnknownColumn, column);
        if (!columns.Contains(MetadataCells.File))
            Fatal = Report(1, MetadataCells.File, MetadataProblemKind.UnreadableFile, string.Join(' ', columns));
        else if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1 && group.Key.Length > 0) is { } twice)
            Fatal = Report(1, twice.Key, MetadataProblemKind.DuplicateColumn, twice.Key);
        return columns;
    }

    private void Add(MetadataCells cells)
    {
        var row = cells.Read(out var problems);
        _problems.AddRange(problems);
        if (row is null)
        {
            if (cells.FileName is { Length: > 0 } bad)
                _badFiles.TryAdd(bad, problems[0]);
            return;
        }

        if (_rows.Remove(row.File, out var other) || _badFiles.ContainsKey(row.File))
            _badFiles[row.File] = Report(row.Line, MetadataCells.File, MetadataProblemKind.DuplicateFile, $"{row.File} ({other?.Line ?? _badFiles[row.File].Line})");
        else
            _rows.Add(row.File, row);
    }

    private MetadataProblem Report(int line, string? column, MetadataProblemKind kind, string value)
    {
        var problem = new MetadataProblem(_path, line, column, kind, value);
        _problems.Add(problem);
        return problem;
    }
}
