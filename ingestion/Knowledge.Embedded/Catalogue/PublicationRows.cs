using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Writes one publication inside the caller's transaction.</summary>
internal static class PublicationRows
{
    public static void Write(SqliteConnection connection, PublicationCommit publication)
    {
        var before = connection.Number("SELECT number FROM publication");
        if (publication.Number != before + 1)
            throw new InvalidOperationException($"Publication {publication.Number} cannot follow {before}: the next one is {before + 1}.");

        // Ended chunks are counted out with the terms they were counted in with, before any of those changes.
        var frequencies = new FrequencyChanges();
        End(connection, publication, frequencies);
        foreach (var change in publication.Revisions)
            Apply(connection, change);
        Add(connection, publication, frequencies);
        frequencies.Write(connection);
        WriteHistory(connection, publication);
        connection.Execute(
            """
            UPDATE publication SET number = $number, chunks = chunks + $chunks,
                documents = (SELECT count(DISTINCT document) FROM revision WHERE effective <> '')
            """,
            ("$number", publication.Number),
            ("$chunks", publication.Added.Length - publication.Ended.Length));
    }

    private static void End(SqliteConnection connection, PublicationCommit publication, FrequencyChanges frequencies)
    {
        using var terms = connection.Prepared(
            "SELECT c.terms FROM appearance a JOIN chunk c ON c.reading = a.reading AND c.ordinal = a.ordinal WHERE a.id = $id AND a.shown_until IS NULL");
        using var end = connection.Prepared("UPDATE appearance SET shown_until = $number WHERE id = $id", ("$number", publication.Number));
        var (termsId, endId) = (terms.Parameters.Add("$id", SqliteType.Integer), end.Parameters.Add("$id", SqliteType.Integer));
        foreach (var id in publication.Ended)
        {
            (termsId.Value, endId.Value) = (id.Value, id.Value);
            if (terms.ExecuteScalar() is not byte[] blob)
                throw new InvalidOperationException($"Chunk {id} cannot end: it is not shown.");
            frequencies.Count(blob, -1);
            end.ExecuteNonQuery();
        }
    }

    private static void Apply(SqliteConnection connection, RevisionChange change)
    {
        var parameters = RevisionRow.Parameters(change.Revision);
        var key = connection.Number(RevisionRow.Upsert, parameters);
        if (change.Revision.Status == RevisionStatus.Purged)
            ReadingRows.Erase(connection, key);
        if (change.Text is { } text)
            ReadingRows.Insert(connection, key, text);
        ReadingRows.Reword(connection, key, change.Reworded);
    }

    private static void Add(SqliteConnection connection, PublicationCommit publication, FrequencyChanges frequencies)
    {
        using var terms = connection.Prepared(
            "SELECT c.terms, c.reading FROM revision r JOIN chunk c ON c.reading = r.reading WHERE r.id = $revision AND c.ordinal = $ordinal");
        var (revision, ordinal) = (terms.Parameters.Add("$revision", SqliteType.Text), terms.Parameters.Add("$ordinal", SqliteType.Integer));
        using var insert = connection.Prepared(
            "INSERT INTO appearance VALUES ($id, $reading, $ordinal, $from, $until, $number, NULL)", ("$number", publication.Number));
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var reading = insert.Parameters.Add("$reading", SqliteType.Integer);
        var insertOrdinal = insert.Parameters.Add("$ordinal", SqliteType.Integer);
        var (from, until) = (insert.Parameters.Add("$from", SqliteType.Integer), insert.Parameters.Add("$until", SqliteType.Integer));
        foreach (var appearance in publication.Added)
        {
            (revision.Value, ordinal.Value) = (appearance.Revision.Value, appearance.Ordinal);
            using (var row = terms.ExecuteReader())
            {
                if (!row.Read())
                    throw new InvalidOperationException($"Revision {appearance.Revision} has no chunk {appearance.Ordinal} to show.");
                frequencies.Count(row.Bytes(0), 1);
                reading.Value = row.GetInt64(1);
            }

            (id.Value, insertOrdinal.Value) = (appearance.Id.Value, appearance.Ordinal);
            (from.Value, until.Value) = (appearance.Effective.From.DayNumber, appearance.Effective.Until.DayNumber);
            insert.ExecuteNonQuery();
        }
    }

    private static void WriteHistory(SqliteConnection connection, PublicationCommit publication)
    {
        foreach (var act in publication.Acts)
        {
            connection.Execute(
                "INSERT INTO act (publication, at, kind, document, revision, detail) VALUES ($publication, $at, $kind, $document, $revision, $detail)",
                ("$publication", publication.Number),
                ("$at", act.At.ToUnixTimeMilliseconds()),
                ("$kind", act.Kind.ToString()),
                ("$document", act.Document?.Value),
                ("$revision", act.Revision?.Value),
                ("$detail", act.Detail));
        }

        foreach (var content in publication.Erasures)
            connection.Execute("INSERT INTO erasure VALUES ($content) ON CONFLICT DO NOTHING", ("$content", content.Value));
    }
}
