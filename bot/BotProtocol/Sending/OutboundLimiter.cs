namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// Keeps below what the channel bears: per conversation, with reading counted apart, and per tenant. Callers of one conversation leave in the
/// order they came, and a conversation waits with one request at a time for its tenant, so a busy one cannot push the others aside.
/// </summary>
internal sealed class OutboundLimiter(TimeProvider time)
{
    private const int MostPaces = 20_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = [];

    /// <summary>Waits until the call may leave.</summary>
    /// <param name="call">The call.</param>
    /// <param name="patience">How long it is worth waiting.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False: it would take longer.</returns>
    public async Task<bool> WaitAsync(ConnectorCall call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var until = Now + patience.Ticks;
        var conversation = Enter(Key(call), call.Reads);
        var tenant = Enter($"t{call.TenantId}", null);
        try
        {
            return await PassAsync(conversation, () => PassAsync(tenant, Leave, until, either.Token), until, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Exit(conversation, tenant);
        }

        Task<bool> Leave()
        {
            conversation.Pace.Leave(Now);
            tenant.Pace.Leave(Now);
            return Task.FromResult(true);
        }
    }

    /// <summary>The channel asked that nothing be sent to the call's conversation for a while.</summary>
    public void Hold(ConnectorCall call, TimeSpan delay)
    {
        var gate = Enter(Key(call), call.Reads);
        gate.Pace.Hold(Now + delay.Ticks);
        Exit(gate);
    }

    // Never set back, as the clock of the day may be.
    private long Now => time.GetElapsedTime(0).Ticks;

    private async Task<bool> PassAsync(Gate gate, Func<Task<bool>> then, long until, CancellationToken cancellationToken)
    {
        await gate.Turn.WaitAsync(cancellationToken);
        try
        {
            for (var wait = gate.Pace.Due(Now) - Now; wait > 0; wait = gate.Pace.Due(Now) - Now)
            {
                if (Now + wait > until)
                    return false;
                // Delays are of whole milliseconds: rounded down, the last would be none and this a busy loop.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(wait).TotalMilliseconds)), time, cancellationToken);
            }

            return await then();
        }
        finally
        {
            gate.Turn.Release();
        }
    }

    private static string Key(ConnectorCall call) => $"{(call.Reads ? 'r' : 'w')}{call.ConversationId}";

    /// <param name="key">Of a conversation or a tenant.</param>
    /// <param name="reads">Null: a tenant's.</param>
    private Gate Enter(string key, bool? reads)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out var gate))
            {
                if (_gates.Count >= MostPaces)
                    DropIdle();
                _gates[key] = gate = new(reads switch
                {
                    null => new((50, Second)),
                    true => new((14, Second), (16, 2 * Second), (120, 30 * Second), (3600, Hour)),
                    false => new((7, Second), (8, 2 * Second), (60, 30 * Second), (1800, Hour)),
                });
            }

            gate.Users++;
            return gate;
        }
    }

    private void Exit(params ReadOnlySpan<Gate> gates)
    {
        lock (_lock)
        {
            foreach (var gate in gates)
                gate.Users--;
        }
    }

    // Those that rest longest go first: their counts are lost, and with luck nobody misses them.
    private void DropIdle()
    {
        foreach (var (key, _) in _gates.Where(entry => entry.Value.Users == 0).OrderBy(entry => entry.Value.Pace.LastLeft).Take(MostPaces / 4).ToList())
            _gates.Remove(key);
    }

    private sealed class Gate(SendingPace pace)
    {
        public SendingPace Pace { get; } = pace;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Callers inside or waiting; guarded by the limiter's lock.</summary>
        public int Users { get; set; }
    }
}
