using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Ingestion.Tests.Indexing;

/// <summary>An index that keeps marks as the port says, and that can be told to fail at its n-th write.</summary>
internal sealed class IndexInMemory : IIndexWriter, IIndexReader
{
    private readonly Dictionary<ChunkId, (IndexEntry Entry, long? ShownUntil)> _entries = [];
    private IndexManifest? _manifest;

    /// <summary>Counted down at each write; at 0 the write is half done and fails.</summary>
    public int? FailsAfter { get; set; }

    public int EntryCount => _entries.Count;

    /// <summary>What readers of a publication see.</summary>
    public IReadOnlyList<IndexEntry> Shown(long publication) =>
        [.. _entries.Values.Where(stored => stored.Entry.ShownFrom <= publication && publication < (stored.ShownUntil ?? long.MaxValue)).Select(stored => stored.Entry)];

    public Task WriteManifestAsync(IndexManifest manifest, CancellationToken cancellationToken)
    {
        _manifest = manifest;
        return Task.CompletedTask;
    }

    public Task StageAsync(IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken) =>
        Each(entries, entry => _entries[entry.Id] = (entry, null));

    public Task EndAsync(IReadOnlyList<ChunkId> ids, long shownUntil, CancellationToken cancellationToken) =>
        Each(ids, id => _entries[id] = (_entries[id].Entry, shownUntil));

    public Task UndoAsync(long publication, CancellationToken cancellationToken)
    {
        foreach (var (id, (entry, until)) in _entries.ToArray())
        {
            if (entry.ShownFrom == publication)
                _entries.Remove(id);
            else if (until == publication)
                _entries[id] = (entry, null);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyList<ChunkId> ids, CancellationToken cancellationToken) => Each(ids, id => _entries.Remove(id));

    public Task<SearchLegs> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IndexManifest?> ReadManifestAsync(CancellationToken cancellationToken) => Task.FromResult(_manifest);

    private Task Each<T>(IReadOnlyList<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (FailsAfter is { } left)
            {
                FailsAfter = left - 1;
                if (left <= 0)
                    throw new IOException("The index was told to fail.");
            }

            write(items[i]);
        }

        return Task.CompletedTask;
    }
}
