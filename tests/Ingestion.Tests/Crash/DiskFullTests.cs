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

    /// <summary>A real full disk: a file system of one mebibyte, mounted for a process of its own.</summary>
    [Fact]
    public async Task An_upload_that_fills_the_disk_is_refused_and_leaves_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && CanMount(), "This account may not mount a small file system for one process (unshare -rm).");
        var data = Directory.CreateDirectory(Path.Combine(_house.Data, "small")).FullName;

        using var child = ChildRun.Start<FullDiskChild>(
            new() { ["DATA"] = data }, "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=1m tmpfs \"$0\" && exec \"$@\"", data);

        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.ShouldBe(0, output);
        output.ShouldContain("Total: 1");
    }

    public void Dispose()
    {
        _store?.Dispose();
        _house.Dispose();
    }

    private static bool CanMount()
    {
        try
        {
            using var probe = System.Diagnostics.Process.Start("unshare", ["-rm", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", Path.GetTempPath()]);
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
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
