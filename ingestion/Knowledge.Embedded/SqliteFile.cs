using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>
/// One database file: opens connections alike everywhere, keeps its tables up to date and turns SQLite's errors into the product's. Reading
/// never waits for writing (write-ahead log); every write transaction begins IMMEDIATE, so that it cannot fail half-way for want of the lock.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _connectionString;
    private readonly LocalSchema _schema;
    private bool _isReady;

    public SqliteFile(string folder, LocalSchema schema)
    {
        _schema = schema;
        Folder = folder;
        FilePath = Path.Combine(folder, schema.FileName);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            DefaultTimeout = (int)Math.Ceiling(schema.LongestWait.TotalSeconds),
            ForeignKeys = true,
        }.ToString();
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public string FilePath { get; }

    /// <summary>
    /// An open connection; creates folder, file and tables where they are missing. Use <see cref="Read{T}"/> and <see cref="Write"/>
    /// unless the connection must outlive one piece of work.
    /// </summary>
    /// <exception cref="DataFolderException">The folder cannot be used; the message says why and what to do.</exception>
    public SqliteConnection Open()
    {
        lock (_gate)
        {
            if (!_isReady)
                Prepare();
            _isReady = true;
        }

        return Connect();
    }

    /// <summary>Everything that <paramref name="read"/> asks is answered from one state of the database.</summary>
    public T Read<T>(Func<SqliteConnection, T> read) => SqliteFaults.Mapped(FilePath, _schema.WhenDamaged, () =>
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(connection);
    });

    /// <summary>Commits all of <paramref name="write"/> durably, or nothing.</summary>
    /// <param name="write">The statements.</param>
    /// <param name="before">A pragma that cannot run inside a transaction.</param>
    /// <param name="after">A pragma to run once it is committed.</param>
    public T Write<T>(Func<SqliteConnection, T> write, string? before = null, string? after = null) => SqliteFaults.Mapped(FilePath, _schema.WhenDamaged, () =>
    {
        using var connection = Open();
        if (before is not null)
            connection.Execute(before);
        T written;
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            written = write(connection);
            transaction.Commit();
        }

        if (after is not null)
            connection.Execute(after);
        return written;
    });

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void Prepare()
    {
        DataFolderCheck.Prepare(Folder);
        using var connection = Connect();
        // Kept in the file: readers go on while a publication is committed, and a killed process leaves whole transactions only.
        connection.Execute("PRAGMA journal_mode = WAL");
        SqliteSchema.Ensure(connection, _schema, FilePath);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // FULL: what was reported as published survives a power cut, not only a killed process. A file costs a handful of commits,
            // so the flush to disk weighs nothing beside reading the PDF.
            connection.Execute("PRAGMA synchronous = FULL");
            if (_schema.ErasesDeleted)
                connection.Execute("PRAGMA secure_delete = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
