using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>The pages, chunks and problems that one reading of a revision gave.</summary>
internal static class ReadingRows
{
    /// <summary>The new reading becomes the revision's; the one before stays as long as an appearance shows it.</summary>
    public static void Insert(SqliteConnection connection, long revision, RevisionText text)
    {
        var reading = connection.Number("INSERT INTO reading (revision) VALUES ($revision) RETURNING key", ("$revision", revision));
        connection.Execute(
            "UPDATE revision SET reading = $reading, full_number = $number, likeness = $likeness WHERE key = $revision",
            ("$reading", reading),
            ("$number", text.Likeness.FullNumber),
            ("$likeness", TermBlob.WriteNumbers(text.Likeness.Signature)),
            ("$revision", revision));
        InsertPages(connection, reading, text);
        InsertChunks(connection, reading, text);
        connection.Execute("DELETE FROM problem WHERE revision = $revision", ("$revision", revision));
        foreach (var problem in text.Problems)
        {
            connection.Execute(
                "INSERT INTO problem VALUES ($revision, $code, $page, $detail)",
                ("$revision", revision),
                ("$code", problem.Code),
                ("$page", problem.Page),
                ("$detail", problem.Detail));
        }
    }

    public static void Reword(SqliteConnection connection, long revision, ImmutableArray<ChunkRewording> rewordings)
    {
        using var update = connection.Prepared(
            """
            UPDATE chunk SET prefix = $prefix, token_count = $count, terms = $terms
            WHERE reading = (SELECT reading FROM revision WHERE key = $revision) AND ordinal = $ordinal
            """,
            ("$revision", revision));
        var (prefix, count) = (update.Parameters.Add("$prefix", SqliteType.Text), update.Parameters.Add("$count", SqliteType.Integer));
        var (terms, ordinal) = (update.Parameters.Add("$terms", SqliteType.Blob), update.Parameters.Add("$ordinal", SqliteType.Integer));
        foreach (var rewording in rewordings)
        {
            (prefix.Value, count.Value, ordinal.Value) = (rewording.Prefix, rewording.TokenCount, rewording.Ordinal);
            terms.Value = TermBlob.Write(rewording.Terms);
            update.ExecuteNonQuery();
        }
    }

    /// <summary>Everything that was read goes; only the marks that the index's clean-up needs stay.</summary>
    public static void Erase(SqliteConnection connection, long revision)
    {
        foreach (var table in (ReadOnlySpan<string>)["page", "chunk"])
            connection.Execute($"DELETE FROM {table} WHERE reading IN (SELECT key FROM reading WHERE revision = $revision)", ("$revision", revision));
        connection.Execute("DELETE FROM problem WHERE revision = $revision", ("$revision", revision));
        connection.Execute("UPDATE revision SET reading = NULL, full_number = NULL, likeness = NULL WHERE key = $revision", ("$revision", revision));
    }

    /// <summary>Drops ended appearances, then the readings that are neither shown nor their revision's own.</summary>
    public static void Forget(SqliteConnection connection, IReadOnlyList<ChunkId> ended)
    {
        using var delete = connection.Prepared("DELETE FROM appearance WHERE id = $id AND shown_until IS NOT NULL");
        var id = delete.Parameters.Add("$id", SqliteType.Integer);
        foreach (var chunk in ended)
        {
            id.Value = chunk.Value;
            delete.ExecuteNonQuery();
        }

        const string orphans = """
            SELECT d.key FROM reading d JOIN revision r ON r.key = d.revision
            WHERE r.reading IS NOT d.key AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.reading = d.key)
            """;
        foreach (var table in (ReadOnlySpan<string>)["page", "chunk"])
            connection.Execute($"DELETE FROM {table} WHERE reading IN ({orphans})");
        connection.Execute($"DELETE FROM reading WHERE key IN ({orphans})");
    }

    private static void InsertPages(SqliteConnection connection, long reading, RevisionText text)
    {
        using var insert = connection.Prepared("INSERT INTO page VALUES ($reading, $number, $width, $height, $words)", ("$reading", reading));
        var number = insert.Parameters.Add("$number", SqliteType.Integer);
        var (width, height) = (insert.Parameters.Add("$width", SqliteType.Real), insert.Parameters.Add("$height", SqliteType.Real));
        var words = insert.Parameters.Add("$words", SqliteType.Blob);
        foreach (var page in text.Pages)
        {
            (number.Value, width.Value, height.Value, words.Value) = (page.Number, page.Width, page.Height, PageBlob.Write(page.Words));
            insert.ExecuteNonQuery();
        }
    }

    private static void InsertChunks(SqliteConnection connection, long reading, RevisionText text)
    {
        using var insert = connection.Prepared(
            "INSERT INTO chunk VALUES ($reading, $ordinal, $text, $prefix, $keys, $count, $structure, $terms)", ("$reading", reading));
        var (ordinal, count) = (insert.Parameters.Add("$ordinal", SqliteType.Integer), insert.Parameters.Add("$count", SqliteType.Integer));
        var (body, prefix) = (insert.Parameters.Add("$text", SqliteType.Text), insert.Parameters.Add("$prefix", SqliteType.Text));
        var keys = insert.Parameters.Add("$keys", SqliteType.Text);
        var (structure, terms) = (insert.Parameters.Add("$structure", SqliteType.Blob), insert.Parameters.Add("$terms", SqliteType.Blob));
        foreach (var (chunk, chunkTerms) in text.Chunks)
        {
            (ordinal.Value, count.Value, body.Value, prefix.Value) = (chunk.Ordinal, chunk.TokenCount, chunk.Text, chunk.Prefix);
            keys.Value = string.Join('\n', chunk.ArticleKeys.Select(key => key.Value));
            (structure.Value, terms.Value) = (ChunkBlob.Write(chunk), TermBlob.Write(chunkTerms));
            insert.ExecuteNonQuery();
        }
    }
}
