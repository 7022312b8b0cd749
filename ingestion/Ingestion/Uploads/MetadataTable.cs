using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>
/// The <c>metadata.csv</c> beside a folder's PDFs: identity, title, kind, validity, audience and address by file name. A file whose row is
/// bad is not published: a wrong date would do more harm than a missing document.
/// </summary>
public sealed class MetadataTable
{
    public const string FileName = "metadata.csv";

    private readonly ImmutableDictionary<string, MetadataRow> _rows;
    private readonly ImmutableHashSet<string> _badFiles;
    private readonly bool _isUsable;

    private MetadataTable(ImmutableDictionary<string, MetadataRow> rows, ImmutableHashSet<string> badFiles, ImmutableArray<MetadataProblem> problems, bool isUsable)
    {
        (_rows, _badFiles, Problems, _isUsable) = (rows, badFiles, problems, isUsable);
    }

    /// <summary>In the order of the lines.</summary>
    public ImmutableArray<MetadataProblem> Problems { get; }

    /// <summary>Reads the table of a folder; null when the folder has none.</summary>
    public static MetadataTable? ReadFolder(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unusable(new(MetadataProblemKind.Unreadable, path, 0, "", exception.Message));
        }

        return Read(bytes, path, name => File.Exists(Path.Combine(folder, name)) || File.Exists(Path.Combine(folder, name.Normalize(NormalizationForm.FormD))));
    }

    /// <param name="bytes">The table as stored.</param>
    /// <param name="path">Where it stands, for messages.</param>
    /// <param name="exists">Whether a file of that name stands beside it.</param>
    public static MetadataTable Read(byte[] bytes, string path, Func<string, bool> exists)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Unusable(new(MetadataProblemKind.NotUtf8, path, 0, "", ""));
        }

        var firstLine = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = firstLine.Count(';') >= firstLine.Count(',') ? ";" : ",",
            BadDataFound = null,
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var header = parser.Read() ? parser.Record?.Select(name => name.Trim().ToLowerInvariant()).ToArray() ?? [] : [];
        if (!header.Contains(MetadataRowParser.File))
            return Unusable(new(MetadataProblemKind.MissingColumn, path, 1, MetadataRowParser.File, string.Join(configuration.Delimiter, header)));

        var rows = new MetadataRowParser(path, header, exists);
        while (parser.Read())
            rows.Add(parser.RawRow, parser.Record ?? []);
        return new(rows.Good, rows.Bad, rows.Problems, isUsable: true);
    }

    /// <summary>What the table says of a file: false when the file must be refused because its row, or the table, is bad.</summary>
    /// <param name="fileName">As on disk.</param>
    /// <param name="row">The row; null when the table doesn't name the file.</param>
    public bool TryFind(string fileName, out MetadataRow? row)
    {
        var name = fileName.Normalize();
        row = _rows.GetValueOrDefault(name);
        return _isUsable && !_badFiles.Contains(name);
    }

    private static MetadataTable Unusable(MetadataProblem problem) => new(ImmutableDictionary<string, MetadataRow>.Empty, [], [problem], isUsable: false);
}
