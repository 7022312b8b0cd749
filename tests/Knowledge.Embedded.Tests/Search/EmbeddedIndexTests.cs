using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.TestKit;
using AgentHelpdesk.TestKit.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Search;

public sealed class EmbeddedIndexTests : IndexConformance, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly KnowledgeDatabase database;
    private readonly EmbeddedIndexReader reader;

    public EmbeddedIndexTests()
    {
        database = new(folder.Path);
        reader = new(database);
        Index = new(new EmbeddedIndexWriter(database), reader);
    }

    protected override IndexUnderTest Index { get; }

    public void Dispose()
    {
        reader.Dispose();
        database.Dispose();
        folder.Dispose();
    }
}
