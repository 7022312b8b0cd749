using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>
/// Works on accepted turns behind their acknowledgement: no more of them than there are places, none that is not on the disk, and those that an
/// earlier life of the program left before any other.
/// </summary>
public sealed class TurnQueue : IHostedService, IDisposable
{
    /// <summary>The channel waits longer, but delivers again what isn't acknowledged soon; a disk that takes longer is no disk to accept on.</summary>
    private static readonly TimeSpan LongestKeeping = TimeSpan.FromMilliseconds(900);

    private static readonly TimeSpan LongestCutOff = TimeSpan.FromSeconds(2);

    /// <summary>More than anybody types while an answer is made.</summary>
    private const int MostOfOneConversation = 20;

    private readonly ITurnJournal _journal;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnQueue> _logger;
    private readonly TurnLanes _lanes;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _stopping = new();
    private bool _isFull;
    private bool _isDisposed;

    public TurnQueue(ITurnJournal journal, TurnRunner runner, IOptions<BotOptions> options, TimeProvider time, ILogger<TurnQueue> logger)
    {
        (_journal, _time, _logger) = (journal, time, logger);
        // Read now: what the host left behind may still ask for them when it has disposed of everything.
        var (closing, stopping) = (_closing.Token, _stopping.Token);
        _lanes = new(
            options.Value.MostTurns, Math.Min(MostOfOneConversation, options.Value.MostTurns),
            waiting => runner.RunAsync(waiting.Turn, waiting.IsLeft, closing, stopping));
    }

    /// <summary>Within a second, whatever the disk does. A turn that is kept later than that is worked on all the same, once.</summary>
    public async Task<Acceptance> AcceptAsync(PendingTurn turn, CancellationToken cancellationToken)
    {
        // The place is taken before the disk is asked: nothing is stored that isn't worked on, and order is the order of arrival.
        if (!_lanes.TryEnter(turn, isLeft: false, out var waiting))
        {
            // One line for a flood, not a line for each drop.
            if (!Interlocked.Exchange(ref _isFull, true))
                Log.QueueFull(_logger);
            return Acceptance.Full;
        }

        _isFull = false;

        try
        {
            return await KeepAsync(waiting).WaitAsync(LongestKeeping, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            Log.TurnKeptLate(_logger);
            return Acceptance.Full;
        }
    }

    /// <summary>Takes up what was left. A file that can't be read keeps nobody from asking anew.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var left = await _journal.ReadLeftAsync(cancellationToken);
            foreach (var turn in left)
            {
                if (_lanes.TryEnter(turn, isLeft: true, out var waiting))
                    waiting.Settle(isKept: true);
            }

            if (left.Count > 0)
                Log.TurnsTakenUp(_logger, left.Count);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TurnsLeftUnread(_logger, exception);
        }
    }

    /// <summary>Finishes what was begun, as long as the host waits; the rest is taken up by the next start. Again, also after the end: nothing more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isDisposed))
            return;
        // The token is cancelled when the call returns, the rest of it runs beside: no place is given away meanwhile.
        var closing = _closing.CancelAsync();
        var ended = _lanes.CloseAsync();
        await closing;
        try
        {
            await ended.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What is at the connector can't be called back; it was marked, so leaving it behind doubles nothing.
            await _stopping.CancelAsync();
            await Task.WhenAny(ended, Task.Delay(LongestCutOff, CancellationToken.None));
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _isDisposed, true);
        _closing.Dispose();
        _stopping.Dispose();
    }

    private async Task<Acceptance> KeepAsync(WaitingTurn waiting)
    {
        var isKept = false;
        try
        {
            // Never the request's token: whether it was kept must not depend on who still listens.
            isKept = await _journal.AddAsync(waiting.Turn, CancellationToken.None);
            return isKept ? Acceptance.Accepted : Acceptance.Duplicate;
        }
        catch (Exception exception)
        {
            Log.ActivityNotKept(_logger, exception);
            return Acceptance.Full;
        }
        finally
        {
            waiting.Settle(isKept);
        }
    }
}
