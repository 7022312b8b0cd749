namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>Lets a number of things happen in any minute of the installation's clock.</summary>
internal sealed class SlidingMinute(int most, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _taken = new();

    /// <returns>Whether one more may happen; it counts then.</returns>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            while (_taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= TimeSpan.FromMinutes(1))
                _taken.Dequeue();
            if (_taken.Count >= most)
                return false;
            _taken.Enqueue(now);
            return true;
        }
    }
}
