namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// When the next request may leave, by what left before: so many in a second, in two, in thirty, in an hour. Windows are taken a little longer
/// than the channel's, because it counts when requests arrive, not when they leave. Not safe for several threads at once.
/// </summary>
/// <param name="limits">Counts within a window; small counts are kept to the tick, those of an hour to the minute.</param>
internal sealed class SendingPace(params (int Count, TimeSpan Window)[] limits)
{
    private const double Longer = 1.05;
    private const int Minutes = 64;

    private readonly (int Count, long Ticks)[] _short = [.. limits.Where(limit => limit.Window < TimeSpan.FromHours(1)).Select(limit => (limit.Count, (long)(limit.Window.Ticks * Longer)))];
    private readonly int _hourly = limits.Where(limit => limit.Window >= TimeSpan.FromHours(1)).Select(limit => limit.Count).FirstOrDefault(int.MaxValue);
    private readonly long[] _left = new long[limits.Where(limit => limit.Window < TimeSpan.FromHours(1)).Max(limit => limit.Count)];
    private readonly (long Minute, int Count)[] _minutes = new (long, int)[limits.Any(limit => limit.Window >= TimeSpan.FromHours(1)) ? Minutes : 0];
    private long _number;
    private long _heldUntil;

    /// <summary>When something last left; what left nothing for an hour need not be remembered.</summary>
    public long LastLeft => _number == 0 ? 0 : _left[(_number - 1) % _left.Length];

    /// <summary>The moment from which the next request may leave; in the past: at once.</summary>
    public long Due(long now)
    {
        var due = _heldUntil;
        foreach (var (count, ticks) in _short)
        {
            if (_number >= count)
                due = Math.Max(due, _left[(_number - count) % _left.Length] + ticks);
        }

        return _minutes.Length > 0 && InLastHour(now) is var (sent, oldest) && sent >= _hourly ? Math.Max(due, (oldest + 61) * TimeSpan.TicksPerMinute) : due;
    }

    /// <summary>A request leaves.</summary>
    public void Leave(long now)
    {
        _left[_number++ % _left.Length] = now;
        if (_minutes.Length == 0)
            return;
        var minute = now / TimeSpan.TicksPerMinute;
        ref var slot = ref _minutes[minute % Minutes];
        slot = slot.Minute == minute ? (minute, slot.Count + 1) : (minute, 1);
    }

    /// <summary>The channel asked for quiet.</summary>
    public void Hold(long until) => _heldUntil = Math.Max(_heldUntil, until);

    private (int Sent, long Oldest) InLastHour(long now)
    {
        var minute = now / TimeSpan.TicksPerMinute;
        var (sent, oldest) = (0, minute);
        foreach (var slot in _minutes)
        {
            if (slot.Count == 0 || slot.Minute < minute - 60)
                continue;
            sent += slot.Count;
            oldest = Math.Min(oldest, slot.Minute);
        }

        return (sent, oldest);
    }
}
