using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace AgentHelpdesk.Architecture;

/// <summary>Inside a room, a stage knows nothing of the stages after it; a new stage is one word in its list.</summary>
public sealed class StageTests
{
    private static readonly string[] IngestionStages = ["Reading", "Sectioning", "Describing", "Chunking", "Indexing"];
    private static readonly string[] AnsweringStages = ["Questions", "Retrieval", "Grounding"];

    private static readonly ArchUnitNET.Domain.Architecture Rooms = new ArchLoader()
        .LoadAssemblies(
            typeof(AgentHelpdesk.Ingestion.IngestOutcome).Assembly,
            typeof(AgentHelpdesk.Answering.Answer).Assembly)
        .Build();

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var (room, stages) in new[] { ("Ingestion", IngestionStages), ("Answering", AnsweringStages) })
        {
            for (var earlier = 0; earlier < stages.Length; earlier++)
            {
                for (var later = earlier + 1; later < stages.Length; later++)
                    pairs.Add(room, stages[earlier], stages[later]);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_stage_knows_nothing_of_the_stages_after_it(string room, string earlier, string later) =>
        Types().That().ResideInNamespaceMatching(Stage(room, earlier))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Stage(room, later)))
            .Check(Rooms);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_listed_stage_has_types(string room, string earlier, string later)
    {
        foreach (var stage in new[] { earlier, later })
        {
            Rooms.Types.Count(type => type.Namespace.FullName.StartsWith($"AgentHelpdesk.{room}.{stage}", StringComparison.Ordinal))
                .ShouldBeGreaterThan(0, $"{room}/{stage} was renamed: the rule above would pass in silence.");
        }
    }

    private static string Stage(string room, string stage) => $@"^AgentHelpdesk\.{room}\.{stage}(\..+)?$";
}
