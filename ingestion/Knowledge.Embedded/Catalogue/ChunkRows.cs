using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Chunks as rows: the text of one reading, shown by appearances.</summary>
internal static class ChunkRows
{
    private const string Columns = "c.ordinal, c.text, c.prefix, c.article_keys, c.token_count, c.structure";

    public static ImmutableArray<PublishedChunk> ReadAppearances(SqliteConnection connection, IReadOnlyList<ChunkId> ids)
    {
        using var command = connection.Prepared(
            $"""
             SELECT {RevisionRow.Columns}, a.effective_from, a.effective_until, {Columns} FROM appearance a
             JOIN chunk c ON c.reading = a.reading AND c.ordinal = a.ordinal
             JOIN reading d ON d.key = a.reading
             JOIN revision r ON r.key = d.revision
             WHERE a.id = $id
             """);
        var parameter = command.Parameters.Add("$id", SqliteType.Integer);
        var chunks = ImmutableArray.CreateBuilder<PublishedChunk>(ids.Count);
        foreach (var id in ids)
        {
            parameter.Value = id.Value;
            using var row = command.ExecuteReader();
            if (!row.Read())
                continue;
            const int next = RevisionRow.ColumnCount;
            var revision = RevisionRow.Read(row);
            chunks.Add(new()
            {
                Id = id,
                Revision = revision,
                Effective = new(DateOnly.FromDayNumber(row.GetInt32(next)), DateOnly.FromDayNumber(row.GetInt32(next + 1))),
                Chunk = Read(row, next + 2, revision.Document, revision.Id),
            });
        }

        return chunks.ToImmutable();
    }

    public static ImmutableArray<Chunk> ReadRange(SqliteConnection connection, RevisionId revision, int first, int last) =>
    [
        .. connection.Rows(
            $"""
             SELECT {Columns}, r.document FROM revision r JOIN chunk c ON c.reading = r.reading
             WHERE r.id = $revision AND c.ordinal BETWEEN $first AND $last ORDER BY c.ordinal
             """,
            row => Read(row, 0, DocumentId.Parse(row.GetString(6)), revision),
            ("$revision", revision.Value),
            ("$first", first),
            ("$last", last)),
    ];

    // Where a chunk stands is in its structure: of a code of 900 pages only those of one page are read whole.
    public static ImmutableArray<Chunk> ReadPage(SqliteConnection connection, RevisionId revision, int page)
    {
        var ordinals = connection.Rows(
            "SELECT c.ordinal, c.structure, r.document FROM revision r JOIN chunk c ON c.reading = r.reading WHERE r.id = $revision ORDER BY c.ordinal",
            row => (Ordinal: row.GetInt32(0), ChunkBlob.Read(row.Bytes(1), DocumentId.Parse(row.GetString(2)), revision).Locator),
            ("$revision", revision.Value));
        int[] onPage = [.. ordinals.Where(chunk => chunk.Locator.Words.Any(range => range.Page == page)).Select(chunk => chunk.Ordinal)];
        return onPage.Length == 0 ? [] : [.. ReadRange(connection, revision, onPage[0], onPage[^1]).Where(chunk => onPage.Contains(chunk.Ordinal))];
    }

    private static Chunk Read(SqliteDataReader row, int at, DocumentId document, RevisionId revision)
    {
        var (locator, parts, words) = ChunkBlob.Read(row.Bytes(at + 5), document, revision);
        return new()
        {
            Ordinal = row.GetInt32(at),
            Text = row.GetString(at + 1),
            Prefix = row.GetString(at + 2),
            ArticleKeys = [.. row.GetString(at + 3).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ArticleKey.Parse)],
            TokenCount = row.GetInt32(at + 4),
            Parts = parts,
            Words = words,
            Locator = locator,
        };
    }
}
