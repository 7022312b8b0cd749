using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Search;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>The tables of <c>knowledge.db</c>, one set a room.</summary>
internal static class KnowledgeSchema
{
    public static readonly LocalSchema Tables = new()
    {
        FileName = "knowledge.db",
        Definitions = [CatalogueTables.Definition, IndexTables.Definition],
        Steps = [CatalogueTables.NumberAndIssuer],
        WhenDamaged = "Restore the last backup into an empty folder with restore-backup.",
    };

    public static int Version => Tables.Version;

    public static int ReadVersion(SqliteConnection connection) => SqliteSchema.ReadVersion(connection);
}
