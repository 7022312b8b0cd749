using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Search;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>The tables of <c>knowledge.db</c> and their version, kept in the file's <c>user_version</c>.</summary>
internal static class KnowledgeSchema
{
    /// <summary>Raise it, and write the step from the version before, when a table changes.</summary>
    public const int Version = 2;

    /// <summary>Every room's part of the file, in the order of creation.</summary>
    private static readonly string[] Definitions = [CatalogueTables.Definition, IndexTables.Definition];

    /// <summary>The step to each version from the one before, from the step to version 2 on.</summary>
    private static readonly string[] Steps = [CatalogueTables.NumberAndIssuer];

    /// <summary>Creates the tables in an empty file and brings an older one up to date; safe when two processes start at once.</summary>
    /// <exception cref="DataFolderException">A newer program wrote the file.</exception>
    public static void Ensure(SqliteConnection connection, string file)
    {
        if (ReadVersion(connection) is var found && found == Version)
            return;
        Refuse(found, file);
        using var transaction = connection.BeginTransaction(deferred: false);
        var current = ReadVersion(connection);
        Refuse(current, file);
        foreach (var statements in current == 0 ? Definitions : Steps[(current - 1)..])
            connection.Execute(statements);
        connection.Execute($"PRAGMA user_version = {Version}");
        transaction.Commit();
    }

    public static int ReadVersion(SqliteConnection connection) => (int)connection.Number("PRAGMA user_version");

    private static void Refuse(int found, string file)
    {
        if (found <= Version)
            return;
        throw new DataFolderException(
            DataFolderFault.NewerSchema,
            $"'{file}' has schema {found}; this program knows schemas up to {Version}.\nInstall the program that wrote it, or restore a backup taken before the upgrade.")
        {
            Path = file,
            Found = $"{found}",
            Expected = $"{Version}",
        };
    }
}
