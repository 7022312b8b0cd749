using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>Names what SQLite's result codes mean for the data folder.</summary>
internal static class SqliteFaults
{
    // https://www.sqlite.org/rescode.html
    private const int Perm = 3, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26;

    public static T Mapped<T>(string file, string whenDamaged, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw Of(file, whenDamaged, exception);
        }
    }

    public static Exception Of(string file, string whenDamaged, SqliteException exception) => exception.SqliteErrorCode switch
    {
        Full => new DataFolderException(
            DataFolderFault.DiskFull,
            $"No room left to write '{file}'; what was published stays as it was.\nMake room on its disk and run the command again.",
            exception)
        { Path = file },
        Perm or ReadOnly or CantOpen => new DataFolderException(
            DataFolderFault.NotWritable,
            $"'{file}' cannot be written ({exception.Message}).\nGive this account the right to write there, or choose another folder with --data.",
            exception)
        { Path = file },
        Corrupt or NotADatabase => new DataFolderException(
            DataFolderFault.Damaged,
            $"'{file}' is no readable database ({exception.Message}).\n{whenDamaged}",
            exception)
        { Path = file },
        // A write refused for want of room reaches SQLite as a plain I/O error when it hits the log or its shared memory.
        IoError when DataFolderCheck.IsDiskFull(file) => new DataFolderException(
            DataFolderFault.DiskFull,
            $"No room left to write '{file}'; what was published stays as it was.\nMake room on its disk and run the command again.",
            exception)
        { Path = file },
        _ => new StoreUnavailableException($"'{file}' does not answer: {exception.Message}", exception),
    };
}
