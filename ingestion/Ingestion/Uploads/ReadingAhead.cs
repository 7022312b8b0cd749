namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>
/// Reads files at once and hands them over in order. So that memory stays bounded while a long one is waited for, at most twice as
/// many as are being read are under way or done.
/// </summary>
internal sealed class ReadingAhead : IAsyncDisposable
{
    private readonly Queue<Task<ReadUpload>> _ahead = new();
    private readonly Queue<Upload> _waiting;
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stopping;
    private readonly Func<Upload, CancellationToken, Task<ReadUpload>> _read;
    private readonly int _window;

    public ReadingAhead(int atOnce, IReadOnlyList<Upload> uploads, Func<Upload, CancellationToken, Task<ReadUpload>> read, CancellationToken cancellationToken)
    {
        _waiting = new(uploads);
        _slots = new(atOnce);
        _window = 2 * atOnce;
        _read = read;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Null after the last.</summary>
    public async Task<ReadUpload?> NextAsync()
    {
        while (_ahead.Count < _window && _waiting.TryDequeue(out var upload))
            _ahead.Enqueue(Task.Run(() => ReadAsync(upload), _stopping.Token));
        return _ahead.Count > 0 ? await _ahead.Dequeue() : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_ahead).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _slots.Dispose();
        _stopping.Dispose();
    }

    private async Task<ReadUpload> ReadAsync(Upload upload)
    {
        await _slots.WaitAsync(_stopping.Token);
        try
        {
            return await _read(upload, _stopping.Token);
        }
        finally
        {
            _slots.Release();
        }
    }
}
