using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary><c>knowledge.db</c>, for the parts of this room that share it.</summary>
internal sealed class KnowledgeDatabase(string folder) : IDisposable
{
    private readonly SqliteFile _file = new(folder, KnowledgeSchema.Tables);

    public static string FileName => KnowledgeSchema.Tables.FileName;

    /// <summary>The data folder.</summary>
    public string Folder => _file.Folder;

    public string FilePath => _file.FilePath;

    /// <inheritdoc cref="SqliteFile.Open"/>
    /// <exception cref="DataFolderException">The folder cannot be used; the message says why and what to do.</exception>
    public SqliteConnection Open() => _file.Open();

    /// <inheritdoc cref="SqliteFile.Read{T}"/>
    public T Read<T>(Func<SqliteConnection, T> read) => _file.Read(read);

    /// <inheritdoc cref="SqliteFile.Write{T}"/>
    public void Write(Action<SqliteConnection> write, string? before = null, string? after = null) => _file.Write(
        connection =>
        {
            write(connection);
            return true;
        },
        before,
        after);

    public void Dispose() => _file.Dispose();
}
