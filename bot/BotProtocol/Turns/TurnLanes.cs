using System.Diagnostics.CodeAnalysis;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>
/// The turns waiting or worked on, a lane a conversation: those of one conversation follow each other in the order they came in, conversations
/// never wait for one another.
/// </summary>
/// <param name="most">Turns in all lanes together.</param>
/// <param name="mostInOne">Turns of one conversation: it must not take every place.</param>
/// <param name="run">Works on a turn once it is known to be kept; never throws.</param>
internal sealed class TurnLanes(int most, int mostInOne, Func<WaitingTurn, Task> run)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Conversation), Lane> _lanes = [];
    private int _held;
    private bool _isClosed;

    /// <summary>Takes the next place in the lane of its conversation.</summary>
    /// <returns>False: there is none.</returns>
    public bool TryEnter(PendingTurn turn, bool isLeft, [NotNullWhen(true)] out WaitingTurn? waiting)
    {
        waiting = null;
        var name = (turn.Address.ChannelId, turn.Address.ConversationId);
        lock (_gate)
        {
            // What an earlier life accepted is taken on in any case: it is nowhere else.
            if (_isClosed || (!isLeft && _held >= most))
                return false;
            if (!_lanes.TryGetValue(name, out var lane))
                _lanes[name] = lane = new();
            if (!isLeft && lane.Turns.Count >= mostInOne)
                return false;
            _held++;
            waiting = new(turn, isLeft);
            lane.Turns.Enqueue(waiting);
            if (lane.Turns.Count == 1)
                lane.Running = Task.Run(() => RunAsync(name, lane));
            return true;
        }
    }

    /// <summary>Nothing more is taken on, and what was not begun stays where it is kept.</summary>
    /// <returns>Ends when what was begun has ended.</returns>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            return Task.WhenAll(_lanes.Values.Select(lane => lane.Running));
        }
    }

    private async Task RunAsync((string Channel, string Conversation) name, Lane lane)
    {
        while (true)
        {
            WaitingTurn next;
            lock (_gate)
                next = lane.Turns.Peek();
            if (await next.IsKeptAsync(CancellationToken.None))
                await run(next);
            lock (_gate)
            {
                lane.Turns.Dequeue();
                _held--;
                if (lane.Turns.Count > 0 && !_isClosed)
                    continue;
                _lanes.Remove(name);
                return;
            }
        }
    }

    private sealed class Lane
    {
        public Queue<WaitingTurn> Turns { get; } = new();

        public Task Running { get; set; } = Task.CompletedTask;
    }
}

/// <summary>A turn with a place in the lane of its conversation.</summary>
internal sealed class WaitingTurn(PendingTurn turn, bool isLeft)
{
    private readonly TaskCompletionSource<bool> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingTurn Turn => turn;

    /// <summary>An earlier life of the program accepted it.</summary>
    public bool IsLeft => isLeft;

    /// <summary>Whether it is on the disk and new; comes when the disk has answered.</summary>
    public Task<bool> IsKeptAsync(CancellationToken cancellationToken) => _kept.Task.WaitAsync(cancellationToken);

    public void Settle(bool isKept) => _kept.TrySetResult(isKept);
}
