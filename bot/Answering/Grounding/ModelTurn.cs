using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The calls of one turn: each only if the gate lets it, all of them within the turn's time, kept in order.</summary>
internal sealed class ModelTurn : IDisposable
{
    private readonly ModelCaller _caller;
    private readonly IModelGate _gate;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;
    private readonly ImmutableArray<ModelCall>.Builder _calls = ImmutableArray.CreateBuilder<ModelCall>();

    public ModelTurn(ModelCaller caller, IModelGate gate, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _caller = caller;
        _gate = gate;
        _cancellation = cancellationToken;
        _time = new(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _time.Token);
    }

    public ImmutableArray<ModelCall> Calls => _calls.ToImmutable();

    /// <exception cref="OperationCanceledException">The caller gave up; the gate knows what was spent until then.</exception>
    public async Task<ModelReply> AskAsync(ModelRequest request)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_time.IsCancellationRequested)
            return new("", FallbackReason.TooSlow);
        // Last before the call: the gate counts it as under way from here on.
        if (await _gate.RefusalAsync(_cancellation) is { } refusal)
            return new("", refusal);
        var (reply, call) = await _caller.AskAsync(request, _either.Token);
        _calls.Add(call);
        // What was spent is told even when nobody waits any more.
        await _gate.SpentAsync(call, CancellationToken.None);
        _cancellation.ThrowIfCancellationRequested();
        return reply;
    }

    public void Dispose()
    {
        _either.Dispose();
        _time.Dispose();
    }
}
