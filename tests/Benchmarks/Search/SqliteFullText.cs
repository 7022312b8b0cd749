using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>SQLite FTS5 over the same terms, its own BM25, in memory.</summary>
internal sealed class SqliteFullText : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand search;
    private readonly SqliteCommand filtered;

    public SqliteFullText(SyntheticCorpus corpus)
    {
        connection.Open();
        Execute("CREATE VIRTUAL TABLE chunk USING fts5 (text, content = '', tokenize = 'ascii'); CREATE TABLE day (id INTEGER PRIMARY KEY, day INTEGER NOT NULL)");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO chunk (rowid, text) VALUES ($id, $text); INSERT INTO day VALUES ($id, $day)";
            for (var chunk = 0; chunk < corpus.Chunks.Length; chunk++)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$id", chunk + 1);
                insert.Parameters.AddWithValue("$text", SyntheticCorpus.Text(corpus.Chunks[chunk]));
                insert.Parameters.AddWithValue("$day", EmbeddedSearch.DayOf(chunk));
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Execute("INSERT INTO chunk (chunk) VALUES ('optimize')");
        search = Command("SELECT rowid FROM chunk WHERE chunk MATCH $terms ORDER BY rank LIMIT $limit");
        filtered = Command("SELECT chunk.rowid FROM chunk JOIN day ON day.id = chunk.rowid WHERE chunk MATCH $terms AND day.day < $day ORDER BY rank LIMIT $limit");
    }

    public int Search(int[] question, bool isFiltered, int limit)
    {
        var command = isFiltered ? filtered : search;
        command.Parameters["$terms"].Value = string.Join(" OR ", question.Select(SyntheticCorpus.Name));
        command.Parameters["$limit"].Value = limit;
        using var reader = command.ExecuteReader();
        var found = 0;
        while (reader.Read())
            found++;
        return found;
    }

    public void Dispose()
    {
        search.Dispose();
        filtered.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$terms", "");
        command.Parameters.AddWithValue("$limit", 0);
        command.Parameters.AddWithValue("$day", EmbeddedSearch.Days / 2);
        return command;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
