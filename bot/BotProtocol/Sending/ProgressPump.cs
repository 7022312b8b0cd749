namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// Shows the latest of the texts it is given, behind the back of whoever gives them: one at a time, no faster than its pace, and none after it
/// was stopped. What is overtaken is never shown; what stays is shown again now and then, which is how "Stop" is noticed and "typing" kept alive.
/// </summary>
/// <param name="show">Shows one; false: no more are wanted. Must not throw.</param>
/// <param name="pace">From the end of one to the start of the next.</param>
/// <param name="repeat">After which the same is shown again.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressPump(Func<string, Task<bool>> show, TimeSpan pace, TimeSpan repeat, TimeProvider time) : IDisposable
{
    /// <summary>The channel ends a stream after two minutes, and a turn that nobody ended is to be quiet as well.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(105);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _waiting;
    private Task? _running;
    private bool _ended;
    private long? _shown;

    public void Show(string text)
    {
        lock (_lock)
        {
            if (_ended)
                return;
            _waiting = text;
            _running ??= RunAsync();
            _news.TrySetResult();
        }
    }

    /// <summary>No more: returns when the one that is being shown, if any, was answered.</summary>
    public async Task StopAsync()
    {
        Task running;
        lock (_lock)
        {
            _ended = true;
            running = _running ?? Task.CompletedTask;
        }

        await _stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>Returns when so much time has passed since the last one was shown.</summary>
    public Task RestAsync(TimeSpan rest) =>
        _shown is { } shown && rest - time.GetElapsedTime(shown) is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, time, CancellationToken.None) : Task.CompletedTask;

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        // The caller goes on at once, whatever the first request does.
        await Task.Yield();
        var (begun, last, stopping) = (time.GetTimestamp(), "", _stopping.Token);
        while (await WaitAsync(stopping) && time.GetElapsedTime(begun) < Longest)
        {
            last = Take() ?? last;
            var more = await show(last);
            _shown = time.GetTimestamp();
            if (!more)
                break;
        }

        lock (_lock)
            _ended = true;
    }

    /// <summary>Until there is something new and the pace allows it, or it is time to repeat.</summary>
    /// <returns>False: it was stopped.</returns>
    private async Task<bool> WaitAsync(CancellationToken stopping)
    {
        if (_shown is { } shown)
        {
            await SleepAsync(pace - time.GetElapsedTime(shown), stopping);
            Task news;
            lock (_lock)
                news = _news.Task;
            await Task.WhenAny(news, SleepAsync(repeat - time.GetElapsedTime(shown), stopping));
        }

        return !stopping.IsCancellationRequested;
    }

    private async Task SleepAsync(TimeSpan duration, CancellationToken stopping)
    {
        if (duration > TimeSpan.Zero)
            await Task.Delay(duration, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private string? Take()
    {
        lock (_lock)
        {
            var text = _waiting;
            _waiting = null;
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return text;
        }
    }
}
