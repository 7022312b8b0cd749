using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;

public sealed class ContentFolderTests : IDisposable
{
    private readonly CatalogueFolder _folder = new();

    [Fact]
    public async Task Bytes_are_kept_once_under_their_hash()
    {
        byte[] content = [1, 2, 3];

        var first = await _folder.Contents.PutAsync(new MemoryStream(content), CancellationToken.None);
        var second = await _folder.Contents.PutAsync(new MemoryStream(content), CancellationToken.None);

        second.ShouldBe(first);
        Directory.EnumerateFiles(_folder.Temp.Combine("content")).Select(Path.GetFileName).ShouldBe([ContentHash.Of(content).Value]);
        using var kept = _folder.Contents.OpenRead(first).ShouldNotBeNull();
        kept.Length.ShouldBe(3);
        kept.CanSeek.ShouldBeTrue();
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Should.ThrowAsync<EndOfStreamException>(() => _folder.Contents.PutAsync(new BrokenStream(), CancellationToken.None));

        Directory.EnumerateFiles(_folder.Temp.Combine("content")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleted_bytes_are_gone_and_deleting_twice_is_fine()
    {
        var hash = await _folder.Contents.PutAsync(new MemoryStream([1]), CancellationToken.None);

        _folder.Contents.Delete(hash);
        _folder.Contents.Delete(hash);

        _folder.Contents.OpenRead(hash).ShouldBeNull();
    }

    public void Dispose() => _folder.Dispose();

    private sealed class BrokenStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads++ == 0 ? ValueTask.FromResult(10) : throw new EndOfStreamException();
    }
}
