namespace AgentHelpdesk.Answering;

/// <summary>Notes where the time of one turn goes.</summary>
internal sealed class TurnClock(TimeProvider time)
{
    private long _last = time.GetTimestamp();

    public TurnTimings Timings { get; private set; }

    public void Retrieved() => Timings = Timings with { Retrieval = Lap() };

    public void Written() => Timings = Timings with { Writing = Lap() };

    private TimeSpan Lap()
    {
        var elapsed = time.GetElapsedTime(_last);
        _last = time.GetTimestamp();
        return elapsed;
    }
}
