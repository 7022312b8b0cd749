using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TestKit;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;

/// <summary>A database as the first release left it: its own tables, one published document in them.</summary>
internal sealed class SchemaOneFolder : IDisposable
{
    private SchemaOneFolder(CatalogueRevision revision) => Revision = revision;

    public TempFolder Temp { get; } = new();

    public string File => Temp.Combine("knowledge.db");

    /// <summary>What the document was published as.</summary>
    public CatalogueRevision Revision { get; }

    public static async Task<SchemaOneFolder> CreateAsync(DocumentBuilder document)
    {
        using var current = new CatalogueFolder();
        var folder = new SchemaOneFolder(await current.PublishAsync(document));
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.File, Pooling = false }.ToString());
        await connection.OpenAsync(CancellationToken.None);
        connection.Execute(await System.IO.File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "Knowledge.Embedded.Tests", "Catalogue", "schema-1.sql"), CancellationToken.None));
        connection.Execute("ATTACH $file AS current", ("$file", current.Database.FilePath));
        foreach (var table in connection.Rows("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", row => row.GetString(0)))
        {
            var columns = string.Join(", ", connection.Rows($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0)));
            connection.Execute($"DELETE FROM main.{table}; INSERT INTO main.{table} ({columns}) SELECT {columns} FROM current.{table}");
        }

        return folder;
    }

    public void Dispose() => Temp.Dispose();
}
