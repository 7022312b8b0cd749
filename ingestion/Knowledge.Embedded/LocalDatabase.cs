using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>
/// A database file of a host's own in the data folder, kept as <c>knowledge.db</c> is: made where it is missing, whole transactions only,
/// faults named. Who uses it never sees the library underneath.
/// </summary>
public sealed class LocalDatabase(string folder, LocalSchema schema) : IDisposable
{
    private readonly SqliteFile _file = new(folder, schema);

    public string FilePath => _file.FilePath;

    /// <summary>Everything that <paramref name="read"/> asks is answered from one state of the database.</summary>
    /// <exception cref="DataFolderException">The file cannot be used; the message says why and what to do.</exception>
    /// <exception cref="Index.StoreUnavailableException">It does not answer: another process holds it.</exception>
    public T Read<T>(Func<LocalStatements, T> read) => _file.Read(connection => read(new(connection)));

    /// <summary>Commits all of <paramref name="write"/> durably, or nothing.</summary>
    /// <param name="write">The statements.</param>
    /// <param name="emptiesLog">Once it is committed nothing of what was deleted is left beside the file either.</param>
    /// <exception cref="DataFolderException">The file cannot be used; the message says why and what to do.</exception>
    /// <exception cref="Index.StoreUnavailableException">It does not answer: another process holds it.</exception>
    public T Write<T>(Func<LocalStatements, T> write, bool emptiesLog = false) =>
        _file.Write(connection => write(new(connection)), after: emptiesLog ? "PRAGMA wal_checkpoint(TRUNCATE)" : null);

    public void Dispose() => _file.Dispose();
}
