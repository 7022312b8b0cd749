using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>Brings a file's tables to the version that this program knows.</summary>
internal static class SqliteSchema
{
    /// <summary>Creates the tables in an empty file and brings an older one up to date; safe when two processes start at once.</summary>
    /// <exception cref="DataFolderException">A newer program wrote the file.</exception>
    public static void Ensure(SqliteConnection connection, LocalSchema schema, string file)
    {
        if (ReadVersion(connection) is var found && found == schema.Version)
            return;
        Refuse(found, schema, file);
        using var transaction = connection.BeginTransaction(deferred: false);
        var current = ReadVersion(connection);
        Refuse(current, schema, file);
        foreach (var statements in current == 0 ? schema.Definitions : schema.Steps[(current - 1)..])
            connection.Execute(statements);
        connection.Execute($"PRAGMA user_version = {schema.Version}");
        transaction.Commit();
    }

    public static int ReadVersion(SqliteConnection connection) => (int)connection.Number("PRAGMA user_version");

    private static void Refuse(int found, LocalSchema schema, string file)
    {
        if (found <= schema.Version)
            return;
        throw new DataFolderException(
            DataFolderFault.NewerSchema,
            $"'{file}' has schema {found}; this program knows schemas up to {schema.Version}.\nInstall the program that wrote it, or restore a backup taken before the upgrade.")
        {
            Path = file,
            Found = $"{found}",
            Expected = $"{schema.Version}",
        };
    }
}
