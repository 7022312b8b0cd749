namespace AgentHelpdesk.ChannelDoubles;

/// <summary>The channel's limits: of one bot in one conversation for writing and for reading, and of one bot in one tenant. What is refused isn't counted.</summary>
internal sealed class ChannelQuota(TimeProvider time)
{
    private static readonly (int Count, double Seconds)[] Writing = [(7, 1), (8, 2), (60, 30), (1_800, 3_600)];
    private static readonly (int Count, double Seconds)[] Reading = [(14, 1), (16, 2), (120, 30), (3_600, 3_600)];
    private static readonly (int Count, double Seconds)[] OfTenant = [(50, 1)];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _taken = [];

    /// <returns>Null: it may pass. Otherwise how long to wait.</returns>
    public TimeSpan? Refuses(string conversation, string tenant, bool reads)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var (own, shared) = (Of($"{reads} {conversation}"), Of($"tenant {tenant}"));
            // A call without a body doesn't say its tenant.
            var wait = new[] { Wait(own, reads ? Reading : Writing, now), tenant.Length > 0 ? Wait(shared, OfTenant, now) : TimeSpan.Zero }.Max();
            if (wait > TimeSpan.Zero)
                return wait;
            own.Add(now);
            shared.Add(now);
            return null;
        }
    }

    private List<DateTimeOffset> Of(string key) => _taken.TryGetValue(key, out var taken) ? taken : _taken[key] = [];

    private static TimeSpan Wait(List<DateTimeOffset> taken, (int Count, double Seconds)[] limits, DateTimeOffset now)
    {
        taken.RemoveAll(at => at <= now - TimeSpan.FromHours(1));
        return limits.Where(limit => taken.Count >= limit.Count)
            .Select(limit => taken[^limit.Count] + TimeSpan.FromSeconds(limit.Seconds) - now).Append(TimeSpan.Zero).Max();
    }
}
