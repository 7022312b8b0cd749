using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TestKit;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;

public sealed class KnowledgeDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Creates_folder_file_and_tables_where_they_are_missing()
    {
        using var database = new KnowledgeDatabase(_folder.Combine("deep", "data"));

        database.Read(connection => connection.Number("SELECT number FROM publication")).ShouldBe(0);

        File.Exists(_folder.Combine("deep", "data", "knowledge.db")).ShouldBeTrue();
        database.Read(KnowledgeSchema.ReadVersion).ShouldBe(KnowledgeSchema.Version);
    }

    [Fact]
    public async Task Two_programs_that_start_at_once_create_the_tables_once()
    {
        var databases = Enumerable.Range(0, 8).Select(_ => new KnowledgeDatabase(_folder.Path)).ToList();

        var versions = await Task.WhenAll(databases.Select(database => Task.Run(() => database.Read(KnowledgeSchema.ReadVersion))));

        versions.ShouldAllBe(version => version == KnowledgeSchema.Version);
        databases.ForEach(database => database.Dispose());
    }

    [Fact]
    public void A_newer_schema_stops_with_both_versions_and_the_remedy()
    {
        using (var newer = new KnowledgeDatabase(_folder.Path))
            newer.Write(connection => connection.Execute("PRAGMA user_version = 99"));
        using var database = new KnowledgeDatabase(_folder.Path);

        var fault = Should.Throw<DataFolderException>(() => database.Read(KnowledgeSchema.ReadVersion));

        fault.Fault.ShouldBe(DataFolderFault.NewerSchema);
        fault.Found.ShouldBe("99");
        fault.Expected.ShouldBe($"{KnowledgeSchema.Version}");
        fault.Message.Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        File.WriteAllText(_folder.Combine("knowledge.db"), new string('x', 5000));
        using var database = new KnowledgeDatabase(_folder.Path);

        var fault = Should.Throw<DataFolderException>(() => database.Read(KnowledgeSchema.ReadVersion));

        fault.Fault.ShouldBe(DataFolderFault.Damaged);
        fault.Path.ShouldBe(_folder.Combine("knowledge.db"));
    }

    [Fact]
    public void No_room_takes_the_whole_transaction_back()
    {
        using var database = new KnowledgeDatabase(_folder.Path);

        var fault = Should.Throw<DataFolderException>(() => database.Write(connection =>
        {
            connection.Execute("UPDATE publication SET number = 1");
            connection.Execute($"PRAGMA max_page_count = {connection.Number("PRAGMA page_count")}");
            connection.Execute("INSERT INTO act (publication, at, kind, document, detail) VALUES (1, 0, 'publish', 'd', zeroblob(9000) || '')");
        }));

        fault.Fault.ShouldBe(DataFolderFault.DiskFull);
        database.Read(connection => connection.Number("SELECT number FROM publication")).ShouldBe(0);
    }

    [Fact]
    public void A_read_sees_one_state_while_another_connection_commits()
    {
        using var database = new KnowledgeDatabase(_folder.Path);

        var (before, after) = database.Read(connection =>
        {
            var first = connection.Number("SELECT number FROM publication");
            database.Write(other => other.Execute("UPDATE publication SET number = number + 1"));
            return (first, connection.Number("SELECT number FROM publication"));
        });

        (before, after).ShouldBe((0L, 0L));
        database.Read(connection => connection.Number("SELECT number FROM publication")).ShouldBe(1);
    }

    [Theory]
    [InlineData(DriveType.Network, "nfs", true)]
    [InlineData(DriveType.Unknown, "9p", true)]
    [InlineData(DriveType.Unknown, "v9fs", true)]
    [InlineData(DriveType.Unknown, "fuse.sshfs", true)]
    [InlineData(DriveType.Fixed, "ext4", false)]
    [InlineData(DriveType.Unknown, "overlay", false)]
    [InlineData(DriveType.Ram, "tmpfs", false)]
    public void Network_file_systems_are_told_from_local_ones(DriveType type, string format, bool isNetwork) =>
        DataFolderCheck.IsNetwork(type, format).ShouldBe(isNetwork);

    [Fact]
    public void Every_table_is_strict()
    {
        using var database = new KnowledgeDatabase(_folder.Path);

        var loose = database.Read(connection => connection.Rows(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'", row => row.GetString(0)));

        loose.ShouldBeEmpty();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
