using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Ingestion.Tests.Indexing;

/// <summary>The real catalogue in a folder of its own, and an index in memory beside it.</summary>
internal sealed class PublishingHouse : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    public PublishingHouse(IEmbeddingGenerator<string, Embedding<float>>? embedder = null)
    {
        var services = new ServiceCollection().AddEmbeddedKnowledge(_folder.Path).AddSingleton<TimeProvider>(Time)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddIngestion();
        services.AddSingleton<IIndexWriter>(Index).AddSingleton<IIndexReader>(Index);
        if (embedder is not null)
            services.AddSingleton(embedder);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public IndexInMemory Index { get; } = new();

    public string Folder => _folder.Path;

    public ICatalogueReader Reader => Get<ICatalogueReader>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Publisher> OpenAsync(bool rebuilds = false) =>
        (await Get<PublisherDesk>().OpenAsync(rebuilds, CancellationToken.None)).ShouldBeOfType<PublisherOutcome.Opened>().Publisher;

    public async Task<CatalogueRevision> PublishAsync(DocumentBuilder document, bool isSample = false)
    {
        await using var publisher = await OpenAsync();
        var draft = Draft(document, isSample);
        await publisher.PublishAsync([draft], [Act(ActKind.Publish, draft)], CancellationToken.None);
        return (await Reader.FindRevisionAsync(draft.Id, CancellationToken.None)).ShouldNotBeNull();
    }

    public Act Act(ActKind kind, RevisionDraft draft) => new(kind, Time.GetUtcNow(), draft.Document, draft.Id, "");

    public static RevisionDraft Draft(DocumentBuilder document, bool isSample = false)
    {
        var (revision, chunks) = document.Build();
        ImmutableArray<Page> pages = [.. chunks.Select((chunk, i) => new Page { Number = i + 1, Width = 595, Height = 842, Words = [new(chunk.Text, new(1, 2, 3, 4))] })];
        var read = new ReadDocument { Pages = pages, Blocks = [], Problems = [] };
        return RevisionDraft.Of(revision) with
        {
            Description = revision.Description with { IsSample = isSample },
            Text = DraftTexts.Of(revision.Document, revision.Description.FileName, read, chunks),
        };
    }

    /// <summary>Index, catalogue and statistics tell the same of the publication that readers see.</summary>
    public async Task ShouldAgreeAsync()
    {
        var state = await Reader.ReadStateAsync(CancellationToken.None);
        var shown = Index.Shown(state.Publication);
        var chunks = await Reader.ReadChunksAsync([.. shown.Select(entry => entry.Id)], CancellationToken.None);
        chunks.Length.ShouldBe(shown.Count, "an entry is shown whose chunk the catalogue doesn't know");
        state.Chunks.ShouldBe(shown.Count);

        foreach (var (chunk, entry) in chunks.Zip(shown))
        {
            chunk.Effective.ShouldBe(entry.Effective);
            chunk.Revision.Effective.ShouldContain(entry.Effective);
            chunk.Revision.Description.Audience.ShouldBe(entry.Audience);
            entry.Sparse.Indices.ShouldBe(IndexedText.Weigh(chunk.Chunk).Indices);
        }

        var documents = await Reader.ReadDocumentsAsync(CancellationToken.None);
        shown.Count.ShouldBe(documents.Sum(document => document.Revisions.Sum(revision => revision.Effective.Length * revision.ChunkCount)), "a revision is shown in part");
        uint[] terms = [.. shown.SelectMany(entry => entry.Sparse.Indices).Distinct(), TermId.Of("absent")];
        var statistics = await Reader.ReadStatisticsAsync(terms, CancellationToken.None);
        statistics.DocumentFrequencies.ShouldBe(terms.Select(term => shown.LongCount(entry => entry.Sparse.Indices.Contains(term))));
        statistics.ChunkCount.ShouldBe(shown.Count);
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
