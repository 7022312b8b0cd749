using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;

/// <summary>A catalogue in a folder of its own, and publications of one revision.</summary>
internal sealed class CatalogueFolder : IDisposable
{
    public CatalogueFolder()
    {
        Database = new(Temp.Path);
        Reader = new(Database);
        Contents = new(Database, TimeProvider.System);
        Lock = new(Database);
    }

    public TempFolder Temp { get; } = new();
    public KnowledgeDatabase Database { get; }
    public EmbeddedCatalogue Reader { get; }
    public ContentFolder Contents { get; }
    public WriterLock Lock { get; }

    public ICatalogueWriter OpenWriter() => Lock.TryOpen().ShouldBeOfType<WriterOutcome.Opened>().Writer;

    public async Task<CatalogueRevision> PublishAsync(DocumentBuilder document)
    {
        await using var writer = OpenWriter();
        var commit = First(document, await writer.ReadPublicationAsync(CancellationToken.None) + 1);
        await writer.CommitAsync(commit, CancellationToken.None);
        return commit.Revisions[0].Revision;
    }

    /// <summary>A first publication of a revision, with all its chunks shown for each of its periods.</summary>
    public static PublicationCommit First(DocumentBuilder document, long number)
    {
        var (revision, chunks) = document.Build();
        revision = revision with { PublishedAt = number };
        return new()
        {
            Number = number,
            Revisions = [new() { Revision = revision, Text = TextOf(chunks) }],
            Added = [.. chunks.Select(chunk => new ChunkAppearance(ChunkId.Of(revision.Id, chunk.Ordinal, number), revision.Id, chunk.Ordinal, revision.Effective[0]))],
            Ended = [],
            Acts = [new(ActKind.Publish, DateTimeOffset.UnixEpoch, revision.Document, revision.Id, "")],
        };
    }

    public static RevisionText TextOf(ImmutableArray<Chunk> chunks) => new()
    {
        Pages = [.. chunks.Select((chunk, i) => new Page { Number = i + 1, Width = 595.25f, Height = 842, Words = [.. chunk.Text.Split(' ').Select((word, x) => new PageWord(word, new(x * 10, 20.05f, (x * 10) + 8.4f, 31)))] })],
        Chunks = [.. chunks.Select(chunk => new IndexedChunk(chunk, DocumentWeights.Of(FrenchAnalyzer.Analyze(chunk.Prefix + "\n" + chunk.Text)).Indices))],
        Problems = [],
        Likeness = new(null, [1, 2, 3]),
    };

    public void Dispose()
    {
        Database.Dispose();
        Temp.Dispose();
    }
}
