using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Writes <c>knowledge.db</c> while it holds the lock's file open.</summary>
internal sealed class EmbeddedCatalogueWriter(KnowledgeDatabase database, FileStream held) : ICatalogueWriter
{
    private const string EmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    public ValueTask<long> ReadPublicationAsync(CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Number("SELECT number FROM publication")));

    public ValueTask<ImmutableArray<CatalogueRevision>> ReadSamplesAsync(CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows(
            $"SELECT {RevisionRow.Columns} FROM revision r WHERE r.is_sample = 1 AND r.status <> $purged ORDER BY r.key",
            RevisionRow.Read,
            ("$purged", (int)RevisionStatus.Purged)).ToImmutableArray()));

    public ValueTask<ImmutableArray<ChunkAppearance>> ReadShownAsync(RevisionId revision, CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows(
            """
            SELECT a.id, a.ordinal, a.effective_from, a.effective_until
            FROM revision r JOIN reading d ON d.revision = r.key JOIN appearance a ON a.reading = d.key
            WHERE r.id = $revision AND a.shown_until IS NULL ORDER BY a.effective_from, a.ordinal
            """,
            row => new ChunkAppearance(
                new(row.GetInt64(0)),
                revision,
                row.GetInt32(1),
                new(DateOnly.FromDayNumber(row.GetInt32(2)), DateOnly.FromDayNumber(row.GetInt32(3)))),
            ("$revision", revision.Value)).ToImmutableArray()));

    public Task CommitAsync(PublicationCommit publication, CancellationToken cancellationToken)
    {
        // From here on it is done whole or not at all; a cancelled run still ends what it has staged.
        cancellationToken.ThrowIfCancellationRequested();
        var erases = publication.Revisions.Any(change => change.Revision.Status == RevisionStatus.Purged);
        database.Write(
            connection => PublicationRows.Write(connection, publication),
            // Freed pages are overwritten, and the log that still holds the old ones is emptied: erased means unreadable.
            before: erases ? "PRAGMA secure_delete = ON" : null,
            after: erases ? $"{EmptyLog}; PRAGMA secure_delete = OFF" : null);
        return Task.CompletedTask;
    }

    public ValueTask<ImmutableArray<ChunkId>> ReadEndedAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows(
            """
            SELECT id FROM appearance WHERE shown_until <= (SELECT max(publication) FROM act WHERE at <= $moment)
            UNION SELECT a.id FROM revision r JOIN reading d ON d.revision = r.key JOIN appearance a ON a.reading = d.key
            WHERE r.status = $purged AND a.shown_until IS NOT NULL
            """,
            row => new ChunkId(row.GetInt64(0)),
            ("$moment", moment.ToUnixTimeMilliseconds()),
            ("$purged", (int)RevisionStatus.Purged)).ToImmutableArray()));

    public Task ForgetAsync(IReadOnlyList<ChunkId> ended, CancellationToken cancellationToken)
    {
        database.Write(connection => ReadingRows.Forget(connection, ended));
        return Task.CompletedTask;
    }

    public ValueTask<ImmutableArray<ContentHash>> ReadErasuresAsync(CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows("SELECT content FROM erasure", row => ContentHash.Parse(row.GetString(0))).ToImmutableArray()));

    public Task ForgetErasureAsync(ContentHash content, CancellationToken cancellationToken)
    {
        // A purge that was killed after its commit has not emptied the log yet.
        database.Write(connection => connection.Execute("DELETE FROM erasure WHERE content = $content", ("$content", content.Value)), after: EmptyLog);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();
}
