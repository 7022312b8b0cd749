using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>The index's entries in <c>knowledge.db</c>: one transaction a call.</summary>
internal sealed class EmbeddedIndexWriter(KnowledgeDatabase database) : IIndexWriter
{
    /// <summary>
    /// Removals remembered for the memories of other processes; one that slept through more than these reads the whole index again.
    /// </summary>
    private const int MostRemovals = 100_000;

    public Task WriteManifestAsync(IndexManifest manifest, CancellationToken cancellationToken) => WriteAsync(
        (connection, _) => connection.Execute(
            "INSERT OR REPLACE INTO manifest (id, schema, analyzer, embedding_model, embedding_size) VALUES (1, $schema, $analyzer, $model, $size)",
            ("$schema", manifest.Schema), ("$analyzer", manifest.Analyzer), ("$model", manifest.EmbeddingModel), ("$size", manifest.EmbeddingSize)),
        cancellationToken);

    public Task StageAsync(IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken) => WriteAsync(
        (connection, change) =>
        {
            using var command = connection.Prepared(
                """
                INSERT INTO index_entry (id, document, revision, valid_from, valid_until, audience, kind, articles, shown_from, staged, changed, sparse, dense)
                VALUES ($id, $document, $revision, $from, $until, $audience, $kind, $articles, $shown, $change, $change, $sparse, $dense)
                ON CONFLICT (id) DO UPDATE SET document = excluded.document, revision = excluded.revision, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, audience = excluded.audience, kind = excluded.kind, articles = excluded.articles,
                    shown_from = excluded.shown_from, staged = excluded.staged, changed = excluded.changed, sparse = excluded.sparse, dense = excluded.dense
                """,
                ("$change", change));
            using var restored = connection.Prepared("DELETE FROM index_removal WHERE id = $id");
            foreach (var entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Stage(command, entry);
                Run(restored, ("$id", entry.Id.Value));
            }
        },
        cancellationToken);

    public Task EndAsync(IReadOnlyList<ChunkId> ids, long shownUntil, CancellationToken cancellationToken) => WriteAsync(
        (connection, change) =>
        {
            // An entry ended before stays ended when it was.
            using var command = connection.Prepared(
                "UPDATE index_entry SET shown_until = $until, changed = $change WHERE id = $id AND (shown_until IS NULL OR shown_until > $until)",
                ("$until", shownUntil), ("$change", change));
            foreach (var id in ids)
                Run(command, ("$id", id.Value));
        },
        cancellationToken);

    public Task UndoAsync(long publication, CancellationToken cancellationToken) => WriteAsync(
        (connection, change) =>
        {
            connection.Execute(
                "INSERT OR REPLACE INTO index_removal (id, changed) SELECT id, $change FROM index_entry WHERE shown_from = $publication",
                ("$change", change), ("$publication", publication));
            connection.Execute("DELETE FROM index_entry WHERE shown_from = $publication", ("$publication", publication));
            connection.Execute(
                "UPDATE index_entry SET shown_until = NULL, changed = $change WHERE shown_until = $publication",
                ("$change", change), ("$publication", publication));
        },
        cancellationToken);

    public Task RemoveAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken) => WriteAsync(
        (connection, change) =>
        {
            using var removal = connection.Prepared(
                "INSERT OR REPLACE INTO index_removal (id, changed) SELECT id, $change FROM index_entry WHERE id = $id", ("$change", change));
            using var deletion = connection.Prepared("DELETE FROM index_entry WHERE id = $id");
            foreach (var id in ids)
            {
                Run(removal, ("$id", id.Value));
                Run(deletion, ("$id", id.Value));
            }

            Forget(connection);
        },
        cancellationToken);

    private static void Stage(SqliteCommand command, IndexEntry entry) => Run(
        command,
        ("$id", entry.Id.Value),
        ("$document", entry.Document.Value),
        ("$revision", entry.Revision.Value),
        ("$from", entry.Effective.From.DayNumber),
        ("$until", entry.Effective.Until.DayNumber),
        ("$audience", EntryRow.Audience(entry)),
        ("$kind", entry.Kind),
        ("$articles", EntryRow.Articles(entry)),
        ("$shown", entry.ShownFrom),
        ("$sparse", EntryRow.Sparse(entry.Sparse)),
        ("$dense", EntryRow.Dense(entry.Dense)));

    private static void Forget(SqliteConnection connection)
    {
        var surplus = connection.Number("SELECT count(*) FROM index_removal") - MostRemovals;
        if (surplus <= 0)
            return;
        var last = connection.Number("SELECT changed FROM index_removal ORDER BY changed LIMIT 1 OFFSET $surplus", ("$surplus", surplus - 1));
        connection.Execute("DELETE FROM index_removal WHERE changed <= $last", ("$last", last));
        connection.Execute("UPDATE index_change SET forgotten = $last", ("$last", last));
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (command.Parameters.Contains(name))
                command.Parameters[name].Value = value;
            else
                command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private Task WriteAsync(Action<SqliteConnection, long> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        database.Write(connection =>
        {
            connection.Execute("UPDATE index_change SET number = number + 1");
            write(connection, connection.Number("SELECT number FROM index_change"));
        });
        return Task.CompletedTask;
    }
}
