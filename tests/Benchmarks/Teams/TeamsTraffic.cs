using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.Benchmarks.Teams;

/// <summary>
/// Plays the channel: posts questions of people in many conversations of many tenants, and notes when each was acknowledged and when its answer
/// came. Group chats, so that one message is one answer.
/// </summary>
internal sealed class TeamsTraffic(Uri host, ConnectorDouble connector, string[] questions) : IDisposable
{
    /// <summary>The channel's limits are per tenant.</summary>
    private const int Tenants = 40;

    /// <summary>Each bears some two answers a second.</summary>
    private const int Conversations = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 150, UseCookies = false }) { BaseAddress = host };
    private readonly ConcurrentDictionary<string, Posted> _posted = new();
    private int _number;

    /// <returns>When everything was acknowledged and answered, or turned away.</returns>
    /// <param name="turns">How many.</param>
    /// <param name="outstanding">At most this many wait for their answer at once.</param>
    /// <param name="perSecond">Evenly; null: as fast as answers come.</param>
    public async Task<TrafficTimes> RunAsync(int turns, int outstanding, double? perSecond = null)
    {
        var times = new TrafficTimes();
        using var stop = new CancellationTokenSource();
        var collecting = CollectAsync(stop.Token);
        using var places = new SemaphoreSlim(outstanding);
        var all = new List<Task>(turns);
        var started = TimeProvider.System.GetTimestamp();
        for (var turn = 0; turn < turns; turn++)
        {
            if (perSecond is { } rate && TimeSpan.FromSeconds(turn / rate) - TimeProvider.System.GetElapsedTime(started) is { Ticks: > 0 } early)
                await Task.Delay(early);
            await places.WaitAsync();
            all.Add(PostAsync(times, places));
        }

        await Task.WhenAll(all);
        times.Elapsed = TimeProvider.System.GetElapsedTime(started);
        await stop.CancelAsync();
        await collecting;
        return times;
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(TrafficTimes times, SemaphoreSlim places)
    {
        try
        {
            var number = Interlocked.Increment(ref _number);
            var id = number.ToString("d10", CultureInfo.InvariantCulture);
            var posted = _posted[id] = new(TimeProvider.System.GetTimestamp());
            using var reply = await _http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(Activity(number, id), Encoding.UTF8, "application/json"));
            times.Acknowledged.Add(TimeProvider.System.GetElapsedTime(posted.At).TotalMilliseconds);
            if (reply.StatusCode != HttpStatusCode.OK)
            {
                times.CountTurnedAway(reply.StatusCode);
                return;
            }

            times.Answered.Add(await posted.Answered.Task.WaitAsync(Patience));
        }
        catch (TimeoutException)
        {
            times.CountUnanswered();
        }
        finally
        {
            places.Release();
        }
    }

    // The double keeps what it was sent, which over a hundred thousand turns would be a gigabyte.
    private async Task CollectAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            connector.Calls.Clear();
            while (connector.Sent.TryDequeue(out var sent))
            {
                if (sent.IsMessage && (string?)sent.Body["replyToId"] is { } id && _posted.TryRemove(id, out var posted))
                    posted.Answered.TrySetResult(TimeProvider.System.GetElapsedTime(posted.At).TotalMilliseconds);
            }

            await Task.Delay(1, CancellationToken.None);
        }
    }

    private string Activity(int number, string id)
    {
        var conversation = number % Conversations;
        var activity = SomeActivity.In(connector.ServiceUrl, $"19:group-{conversation}@thread.v2", "groupChat", id);
        var tenant = $"aaaaaaaa-bbbb-cccc-dddd-{conversation % Tenants:d12}";
        activity["type"] = "message";
        activity["text"] = questions[number % questions.Length];
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"]!["tenant"]!["id"] = tenant;
        return activity.ToJsonString();
    }

    private sealed record Posted(long At)
    {
        public TaskCompletionSource<double> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Milliseconds, from the posting.</summary>
internal sealed class TrafficTimes
{
    private int _turnedAway;
    private int _unanswered;

    public ConcurrentBag<double> Acknowledged { get; } = [];

    public ConcurrentBag<double> Answered { get; } = [];

    public TimeSpan Elapsed { get; set; }

    public int TurnedAway => _turnedAway;

    public int Unanswered => _unanswered;

    public double PerSecond => Answered.Count / Elapsed.TotalSeconds;

    public void CountTurnedAway(HttpStatusCode status)
    {
        if (status != HttpStatusCode.ServiceUnavailable)
            throw new InvalidOperationException($"A turn was answered {status}: neither taken nor turned away.");
        Interlocked.Increment(ref _turnedAway);
    }

    public void CountUnanswered() => Interlocked.Increment(ref _unanswered);
}
