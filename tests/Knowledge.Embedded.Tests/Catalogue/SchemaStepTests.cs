using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using AgentHelpdesk.TestKit;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;

public sealed class SchemaStepTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static DocumentBuilder Circular => new DocumentBuilder("Circulaire").OfDocument("c").OfKind("circulaire").InForce(new(2024, 1, 1), null).Chunk("Premier alinéa.").Chunk("Second alinéa.");

    [Fact]
    public async Task A_database_of_the_first_release_opens_with_its_documents_and_unknown_numbers()
    {
        using var old = await SchemaOneFolder.CreateAsync(Circular);
        using var database = new KnowledgeDatabase(old.Temp.Path);
        var reader = new EmbeddedCatalogue(database);

        var revision = (await reader.ReadDocumentsAsync(None)).ShouldHaveSingleItem().Revisions.ShouldHaveSingleItem();

        database.Read(KnowledgeSchema.ReadVersion).ShouldBe(KnowledgeSchema.Version);
        revision.Id.ShouldBe(old.Revision.Id);
        revision.Effective.ShouldBe(old.Revision.Effective);
        revision.Description.ShouldSatisfyAllConditions(
            said => said.Title.ShouldBe("Circulaire"), said => said.Number.ShouldBeNull(), said => said.Issuer.ShouldBeNull());
        (await reader.ReadNeighboursAsync(revision.Id, 0, 9, None)).Select(chunk => chunk.Text).ShouldBe(["Premier alinéa.", "Second alinéa."]);
        (await reader.ReadActsAsync(revision.Document, None)).ShouldHaveSingleItem().Kind.ShouldBe(ActKind.Publish);
    }

    [Fact]
    public async Task Brought_up_to_date_it_has_the_tables_of_a_new_one_and_can_be_written()
    {
        using var old = await SchemaOneFolder.CreateAsync(Circular);
        using var database = new KnowledgeDatabase(old.Temp.Path);
        using var fresh = new CatalogueFolder();

        database.Read(Columns).ShouldBe(fresh.Database.Read(Columns));

        await using var writer = new WriterLock(database).TryOpen().ShouldBeOfType<WriterOutcome.Opened>().Writer;
        var described = old.Revision with { Description = old.Revision.Description with { Number = "CIR-7/2022", Issuer = "Caisse nationale" } };
        await writer.CommitAsync(
            new() { Number = 2, Revisions = [new() { Revision = described }], Added = [], Ended = [], Acts = [new(ActKind.Correct, DateTimeOffset.UnixEpoch, described.Document, described.Id, "number,issuer")] },
            None);
        var read = (await new EmbeddedCatalogue(database).FindRevisionAsync(described.Id, None)).ShouldNotBeNull().Description;
        (read.Number, read.Issuer).ShouldBe(("CIR-7/2022", "Caisse nationale"));
    }

    private static List<string> Columns(SqliteConnection connection) => connection.Rows(
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
        FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid
        """,
        row => row.GetString(0));
}
