namespace AgentHelpdesk.Evaluation;

/// <summary>A clock that stands still at noon of one day, so that a run can be repeated later; elapsed time is still measured.</summary>
internal sealed class FixedDay(DateOnly day) : TimeProvider
{
    /// <summary>Noon in UTC is the same civil day from -11 to +11 hours.</summary>
    public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
