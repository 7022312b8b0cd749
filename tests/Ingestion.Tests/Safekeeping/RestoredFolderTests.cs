using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Embedded.Safekeeping;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Ingestion.Tests.Safekeeping;

public sealed class RestoredFolderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Taken in the middle of a run, with the lock held and entries staged, as an operator would.</summary>
    [Fact]
    public async Task A_folder_restored_from_a_backup_of_a_running_system_finds_the_same()
    {
        using var house = new IngestHouse();
        using var elsewhere = new TempFolder();
        var backup = elsewhere.Combine("b.zip");
        List<(ChunkId, float)> before = [];
        var samples = RepositoryRoot.Combine("tests", "Samples", "pdf");
        var done = 0;
        await foreach (var _ in house.Get<IngestFiles>().RunAsync([samples], new() { Samples = true }, null, None))
        {
            if (++done != 6)
                continue;
            before = await SearchAsync(house.Reader, house.Get<IIndexReader>());
            (await house.Get<KnowledgeBackup>().WriteAsync(backup, None)).ShouldSatisfyAllConditions(
                written => written.Missing.ShouldBe(0),
                written => written.Contents.ShouldBeGreaterThanOrEqualTo(5));
        }

        await using var restored = new ServiceCollection().AddLogging().AddEmbeddedKnowledge(elsewhere.Combine("data")).BuildServiceProvider();
        (await restored.GetRequiredService<KnowledgeBackup>().RestoreAsync(backup, None)).ShouldBeOfType<RestoreOutcome.Restored>();

        before.ShouldNotBeEmpty();
        (await SearchAsync(restored.GetRequiredService<ICatalogueReader>(), restored.GetRequiredService<IIndexReader>())).ShouldBe(before);
    }

    private static async Task<List<(ChunkId Id, float Score)>> SearchAsync(ICatalogueReader reader, IIndexReader index)
    {
        var ids = QueryWeights.TermIds(FrenchAnalyzer.Analyze("indemnité de gros temps conditions montant"));
        var statistics = await reader.ReadStatisticsAsync(ids, None);
        var legs = await index.SearchAsync(
            new()
            {
                Sparse = QueryWeights.Of(ids, statistics),
                Filter = new() { Publication = statistics.Publication, AsOf = AsOf.Day(new(2026, 11, 24)), Audiences = [Audience.Everyone] },
            },
            None);
        return [.. legs.Sparse.Select(scored => (scored.Id, scored.Score))];
    }
}
