namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// Shows the latest of the texts it is given, behind the back of whoever gives them: one at a time, no faster than its pace, and none after it
/// was stopped. What is overtaken is never shown.
/// </summary>
/// <param name="show">Shows one; false: no more are wanted. Must not throw.</param>
/// <param name="pace">From the end of one to the start of the next.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressPump(Func<string, Task<bool>> show, TimeSpan pace, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private string? _waiting;
    private Task _running = Task.CompletedTask;
    private bool _isRunning;
    private bool _ended;
    private long? _shown;

    public void Show(string text)
    {
        lock (_lock)
        {
            if (_ended)
                return;
            _waiting = text;
            if (_isRunning)
                return;
            _isRunning = true;
            _running = RunAsync();
        }
    }

    /// <summary>No more: returns when the one that is being shown, if any, was answered.</summary>
    public async Task StopAsync()
    {
        Task running;
        lock (_lock)
        {
            _ended = true;
            running = _running;
        }

        await _stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>Returns when so much time has passed since the last one was shown.</summary>
    public Task RestAsync(TimeSpan rest) =>
        _shown is { } shown && rest - time.GetElapsedTime(shown) is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, time, CancellationToken.None) : Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync()
    {
        // The caller goes on at once, whatever the first request does.
        await Task.Yield();
        while (await PaceAsync() && Take() is { } text)
        {
            var more = await show(text);
            _shown = time.GetTimestamp();
            lock (_lock)
                _ended |= !more;
        }
    }

    private async Task<bool> PaceAsync()
    {
        if (_shown is not { } shown || pace - time.GetElapsedTime(shown) is var wait && wait <= TimeSpan.Zero)
            return true;
        await Task.Delay(wait, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stopping.IsCancellationRequested;
    }

    private string? Take()
    {
        lock (_lock)
        {
            var text = _ended ? null : _waiting;
            _waiting = null;
            _isRunning = text is not null;
            return text;
        }
    }
}
