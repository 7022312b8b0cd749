using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded.Safekeeping;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Reads <c>knowledge.db</c>. Answers at once: SQLite has no asynchronous reading, and a question needs microseconds.</summary>
internal sealed class EmbeddedCatalogue(KnowledgeDatabase database) : ICatalogueReader
{
    public ValueTask<CorpusStatistics> ReadStatisticsAsync(IReadOnlyList<uint> termIds, CancellationToken cancellationToken) => new(database.Read(connection =>
    {
        using var frequency = connection.Prepared("SELECT frequency FROM term WHERE id = $id");
        var id = frequency.Parameters.Add("$id", SqliteType.Integer);
        var frequencies = ImmutableArray.CreateBuilder<long>(termIds.Count);
        foreach (var termId in termIds)
        {
            id.Value = (long)termId;
            frequencies.Add(frequency.ExecuteScalar() as long? ?? 0);
        }

        return connection.Rows("SELECT number, chunks, documents FROM publication", row => new CorpusStatistics
        {
            Publication = row.GetInt64(0),
            ChunkCount = row.GetInt64(1),
            DocumentCount = row.GetInt32(2),
            DocumentFrequencies = frequencies.MoveToImmutable(),
        }).Single();
    }));

    public ValueTask<ImmutableArray<PublishedChunk>> ReadChunksAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken) =>
        new(database.Read(connection => ChunkRows.ReadAppearances(connection, ids)));

    public ValueTask<ImmutableArray<Chunk>> ReadNeighboursAsync(RevisionId revision, int first, int last, CancellationToken cancellationToken) =>
        new(database.Read(connection => ChunkRows.ReadRange(connection, revision, first, last)));

    public ValueTask<CatalogueRevision?> FindRevisionAsync(RevisionId id, CancellationToken cancellationToken) => new(database.Read(connection =>
        connection.Rows($"SELECT {RevisionRow.Columns} FROM revision r WHERE r.id = $id", RevisionRow.Read, ("$id", id.Value)).SingleOrDefault()));

    public ValueTask<CatalogueDocument?> FindDocumentAsync(DocumentId id, CancellationToken cancellationToken) => new(database.Read(connection =>
    {
        var revisions = connection.Rows(
            $"SELECT {RevisionRow.Columns} FROM revision r WHERE r.document = $document ORDER BY r.published_at DESC, r.key DESC",
            RevisionRow.Read,
            ("$document", id.Value));
        return revisions.Count == 0 ? null : new CatalogueDocument { Id = id, Revisions = [.. revisions] };
    }));

    public ValueTask<ImmutableArray<CatalogueDocument>> ReadDocumentsAsync(CancellationToken cancellationToken) => new(database.Read(connection =>
        connection.Rows(
                $"SELECT {RevisionRow.Columns} FROM revision r WHERE r.status <> $purged ORDER BY r.published_at DESC, r.key DESC",
                RevisionRow.Read,
                ("$purged", (int)RevisionStatus.Purged))
            .GroupBy(revision => revision.Document)
            .Select(group => new CatalogueDocument { Id = group.Key, Revisions = [.. group] })
            .OrderBy(document => document.Revisions[0].Description.Title, StringComparer.InvariantCultureIgnoreCase)
            .ThenBy(document => document.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray()));

    public ValueTask<Page?> ReadPageAsync(RevisionId revision, int number, CancellationToken cancellationToken) => new(database.Read(connection =>
        connection.Rows(
            """
            SELECT p.number, p.width, p.height, p.words FROM revision r JOIN page p ON p.reading = r.reading
            WHERE r.id = $revision AND p.number = $number
            """,
            row => new Page
            {
                Number = row.GetInt32(0),
                Width = row.GetFloat(1),
                Height = row.GetFloat(2),
                Words = PageBlob.Read(row.Bytes(3)),
            },
            ("$revision", revision.Value),
            ("$number", number)).SingleOrDefault()));

    public ValueTask<ImmutableArray<Chunk>> ReadChunksOnPageAsync(RevisionId revision, int page, CancellationToken cancellationToken) =>
        new(database.Read(connection => ChunkRows.ReadPage(connection, revision, page)));

    public ValueTask<ImmutableArray<Act>> ReadActsAsync(DocumentId document, CancellationToken cancellationToken) => new(database.Read(connection =>
        connection.Rows(
                "SELECT kind, at, document, revision, detail FROM act WHERE document = $document OR document IS NULL ORDER BY key DESC",
                row => new Act(
                    Enum.Parse<ActKind>(row.GetString(0)),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                    row.TextOrNull(2) is { } id ? DocumentId.Parse(id) : null,
                    row.TextOrNull(3) is { } revision ? RevisionId.Parse(revision) : null,
                    row.GetString(4)),
                ("$document", document.Value))
            .ToImmutableArray()));

    public ValueTask<CatalogueState> ReadStateAsync(CancellationToken cancellationToken) => new(database.Read(connection =>
    {
        var problems = connection.Rows(
            "SELECT r.document, r.file_name, p.code, p.page, p.detail FROM problem p JOIN revision r ON r.key = p.revision ORDER BY r.file_name, p.page, p.code",
            row => new RecordedProblem(DocumentId.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(4)));
        return connection.Rows(
            """
            SELECT p.number, p.documents, p.chunks,
                (SELECT count(*) FROM revision WHERE status <> $purged),
                EXISTS (SELECT 1 FROM revision WHERE status = $published AND is_sample = 1)
                    AND NOT EXISTS (SELECT 1 FROM revision WHERE status = $published AND is_sample = 0)
            FROM publication p
            """,
            row => new CatalogueState
            {
                Publication = row.GetInt64(0),
                Documents = row.GetInt32(1),
                Chunks = row.GetInt64(2),
                Revisions = row.GetInt32(3),
                OnlySamples = row.GetBoolean(4),
                Problems = [.. problems],
                LastBackup = BackupMark.Read(database.Folder),
            },
            ("$purged", (int)RevisionStatus.Purged),
            ("$published", (int)RevisionStatus.Published)).Single();
    }));
}
