namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>One try's two limits: all of it, and the silence between two words.</summary>
internal sealed class AttemptClock : IDisposable
{
    private readonly CallLimits _limits;
    private readonly CancellationTokenSource _attempt;
    private readonly CancellationTokenSource _stall;
    private readonly CancellationTokenSource _either;

    public AttemptClock(CallLimits limits, TimeProvider time, CancellationToken cancellationToken)
    {
        _limits = limits;
        _attempt = new(limits.Attempt, time);
        _stall = new(limits.Stall, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_attempt.Token, _stall.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Which limit ended the try; null: none.</summary>
    public TimeoutException? Expired => _attempt.IsCancellationRequested ? new($"The model server took longer than {_limits.Attempt.TotalSeconds:0} s ({_limits.Name}:{nameof(ModelOptions.AttemptSeconds)}).")
        : _stall.IsCancellationRequested ? new($"The model server sent nothing for {_limits.Stall.TotalSeconds:0} s ({_limits.Name}:{nameof(ModelOptions.StallSeconds)}).")
        : null;

    /// <summary>A word came.</summary>
    public void Heard() => _stall.CancelAfter(_limits.Stall);

    public void Dispose()
    {
        _either.Dispose();
        _stall.Dispose();
        _attempt.Dispose();
    }
}
