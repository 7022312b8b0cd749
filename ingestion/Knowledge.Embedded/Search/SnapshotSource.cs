using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// The snapshot in memory, kept up with what this and other processes commit: SQLite's <c>data_version</c>, read outside any
/// transaction, tells whether anything was; then only rows with newer change numbers are read.
/// </summary>
internal sealed class SnapshotSource(KnowledgeDatabase database) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private SqliteConnection? connection;
    private long dataVersion;
    private long change;
    private IndexSnapshot current = IndexSnapshot.Empty;

    /// <summary>A snapshot at least as new as what was committed when it was asked for.</summary>
    public async Task<IndexSnapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            connection ??= database.Open();
            var version = connection.Number("PRAGMA data_version");
            if (version != dataVersion)
            {
                await FollowAsync(connection, cancellationToken);
                dataVersion = version;
            }

            return current;
        }
        catch (SqliteException exception)
        {
            throw SqliteFaults.Of(database.FilePath, KnowledgeSchema.Tables.WhenDamaged, exception);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        connection?.Dispose();
        gate.Dispose();
    }

    private async Task FollowAsync(SqliteConnection open, CancellationToken cancellationToken)
    {
        using var transaction = open.BeginTransaction(deferred: true);
        var (number, forgotten) = open.Rows("SELECT number, forgotten FROM index_change", row => (row.GetInt64(0), row.GetInt64(1))).Single();
        if (number == change)
            return;
        // A file restored from a backup may be older than the memory.
        var isWhole = change == 0 || change < forgotten || number < change;
        current = isWhole ? await SnapshotLoader.LoadWholeAsync(open, cancellationToken) : SnapshotLoader.Follow(open, current, change);
        change = number;
    }
}
