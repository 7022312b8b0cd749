using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>What goes wrong between a bot and its connector, next time, so many times, or for so long.</summary>
public sealed class ConnectorFaults(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];

    /// <summary>The next calls of this kind go wrong.</summary>
    /// <param name="fault">How.</param>
    /// <param name="times">How many.</param>
    /// <param name="method">Null: of any method.</param>
    /// <param name="conversation">Null: in any conversation.</param>
    public void Add(Fault fault, int times = 1, string? method = null, string? conversation = null)
    {
        lock (_lock)
            _planned.Add(new(fault, method, conversation) { Left = times });
    }

    /// <summary>All calls go wrong for a while.</summary>
    public void AddFor(TimeSpan duration, Fault fault)
    {
        lock (_lock)
            _planned.Add(new(fault, null, null) { Left = int.MaxValue, Until = time.GetUtcNow() + duration });
    }

    internal Fault? Next(string method, string conversation)
    {
        lock (_lock)
        {
            _planned.RemoveAll(one => one.Left <= 0 || one.Until <= time.GetUtcNow());
            var next = _planned.FirstOrDefault(one => (one.Method ?? method) == method && (one.Conversation ?? conversation) == conversation);
            if (next is not null)
                next.Left--;
            return next?.Fault;
        }
    }

    private sealed record Planned(Fault Fault, string? Method, string? Conversation)
    {
        public int Left { get; set; }

        public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;
    }
}

/// <summary>How a call goes wrong.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>Nothing is taken; this is answered.</summary>
    public sealed record Says(int Status, JsonObject? Body = null, TimeSpan? RetryAfter = null) : Fault
    {
        public static Says Error(int status, string code, string message) =>
            new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
    }

    /// <summary>The connection breaks before anything is taken.</summary>
    public sealed record Cut : Fault;

    /// <summary>It is taken, and the answer never arrives.</summary>
    public sealed record Lost : Fault;

    /// <summary>It is answered as always, but late.</summary>
    public sealed record Late(TimeSpan By) : Fault;
}
