namespace AgentHelpdesk.Answering.Grounding;

/// <summary>An answer that is being written for several who asked the same. Entered and left under the cache's lock.</summary>
internal sealed class SharedWriting : IProgress<AnswerStep>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<IProgress<AnswerStep>> _told = [];
    private int _waiting;

    public Task<WrittenAnswer> Written { get; private set; } = Task.FromException<WrittenAnswer>(new InvalidOperationException("Writing was not started."));

    // Not on the thread of whoever came first: the others wait for it also when that one has gone.
    public void Start(Func<CancellationToken, Task<WrittenAnswer>> write) => Written = Task.Run(() => write(_stop.Token));

    public void Enter(IProgress<AnswerStep>? progress)
    {
        _waiting++;
        if (progress is null)
            return;
        lock (_told)
            _told.Add(progress);
    }

    /// <returns>False: that was the last one.</returns>
    public bool Leave(IProgress<AnswerStep>? progress)
    {
        if (progress is not null)
        {
            lock (_told)
                _told.Remove(progress);
        }

        return --_waiting > 0;
    }

    public void Report(AnswerStep value)
    {
        IProgress<AnswerStep>[] told;
        lock (_told)
            told = [.. _told];
        foreach (var progress in told)
            progress.Report(value);
    }

    /// <summary>After the last one left: what is still being written is stopped.</summary>
    public void Dispose()
    {
        if (!Written.IsCompleted)
            _stop.Cancel();
        _stop.Dispose();
    }
}
