using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

public sealed class DiskFullTests : IDisposable
{
    private readonly Disk _disk = new();
    private readonly IngestHouse _house;
    private ServiceProvider? _store;

    public DiskFullTests() => _house = new(services => services
        .AddSingleton<IContentStore>(_ => new FullContentStore(Store<IContentStore>(), _disk))
        .AddSingleton<IIndexWriter>(_ => new FullIndexWriter(Store<IIndexWriter>(), _disk)));

    [Theory]
    [InlineData("content")]
    [InlineData("index")]
    public async Task A_full_disk_is_an_outcome_of_the_file_and_nothing_of_it_is_kept(string where)
    {
        _house.Put("guide-pension-de-rivage.pdf", "a.pdf");
        await _house.IngestAsync();
        _house.Put("note-locale-antenne-des-iles.pdf", "b.pdf");
        _disk.FullFor = where;

        var outcomes = await _house.IngestAsync();

        outcomes.Select(outcome => outcome.GetType()).ShouldBe([typeof(IngestOutcome.Unchanged), typeof(IngestOutcome.Refused)]);
        outcomes[1].ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.DiskFull);
        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).Count().ShouldBe(1);
        (await _house.PublicationAsync()).ShouldBe(1);

        _disk.FullFor = "";
        (await _house.IngestAsync())[1].ShouldBeOfType<IngestOutcome.Published>();
        (await _house.PublicationAsync()).ShouldBe(2);
    }

    public void Dispose()
    {
        _store?.Dispose();
        _house.Dispose();
    }

    private T Store<T>()
        where T : notnull => (_store ??= new ServiceCollection().AddLogging().AddEmbeddedKnowledge(_house.Data).BuildServiceProvider()).GetRequiredService<T>();

    private sealed class Disk
    {
        public string FullFor { get; set; } = "";

        public void Write(string what, string path)
        {
            if (FullFor == what)
                throw new DataFolderException(DataFolderFault.DiskFull, "full") { Path = path };
        }
    }

    private sealed class FullContentStore(IContentStore inner, Disk disk) : IContentStore
    {
        public Task<ContentHash> PutAsync(Stream content, CancellationToken cancellationToken)
        {
            disk.Write("content", "content");
            return inner.PutAsync(content, cancellationToken);
        }

        public Stream? OpenRead(ContentHash hash) => inner.OpenRead(hash);

        public void Delete(ContentHash hash) => inner.Delete(hash);
    }

    private sealed class FullIndexWriter(IIndexWriter inner, Disk disk) : IIndexWriter
    {
        public Task WriteManifestAsync(IndexManifest manifest, CancellationToken cancellationToken) => inner.WriteManifestAsync(manifest, cancellationToken);

        public async Task StageAsync(IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
        {
            await inner.StageAsync(entries, cancellationToken);
            disk.Write("index", "knowledge.db");
        }

        public Task EndAsync(IReadOnlyList<ChunkId> ids, long shownUntil, CancellationToken cancellationToken) => inner.EndAsync(ids, shownUntil, cancellationToken);

        public Task UndoAsync(long publication, CancellationToken cancellationToken) => inner.UndoAsync(publication, cancellationToken);

        public Task RemoveAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken) => inner.RemoveAsync(ids, cancellationToken);
    }
}
