using AgentHelpdesk.BotProtocol.Sending;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

public sealed class OutboundLimiterTests
{
    private static readonly (int Count, double Seconds)[] Writing = [(7, 1), (8, 2), (60, 30), (1_800, 3_600)];
    private static readonly (int Count, double Seconds)[] Reading = [(14, 1), (16, 2), (120, 30), (3_600, 3_600)];

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_busy_conversation_stays_within_every_limit_for_hours_and_wastes_little_of_them(bool reads)
    {
        var limiter = new OutboundLimiter(_time);
        List<double> left = [];
        for (var number = 0; number < 5_000; number++)
        {
            await PassAsync(limiter, Call("a:1") with { Reads = reads }, TimeSpan.FromHours(2));
            left.Add(Now);
        }

        foreach (var (count, seconds) in reads ? Reading : Writing)
            left.Zip(left.Skip(count), (first, next) => next - first).ShouldAllBe(span => span >= seconds);
        (left[^1] / 3_600).ShouldBeLessThan(5_000d / (reads ? 3_600 : 1_800) + 0.2);
    }

    [Fact]
    public void Random_traffic_never_passes_a_limit()
    {
        // The pace alone, with pauses of every length between requests that come as soon as they may.
        Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 300], Gen.Int[0, 4_000]).Array[1, 400].Sample(pauses =>
        {
            var pace = new SendingPace((7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (100, TimeSpan.FromHours(1)));
            var (now, left) = (0L, new List<long>());
            foreach (var pause in pauses)
            {
                now = Math.Max(now + TimeSpan.FromMilliseconds(pause).Ticks, pace.Due(now + TimeSpan.FromMilliseconds(pause).Ticks));
                pace.Leave(now);
                left.Add(now);
            }

            return new[] { (7, 1), (8, 2), (60, 30), (100, 3_600) }.All(limit =>
                left.Zip(left.Skip(limit.Item1), (first, next) => next - first).All(span => span >= TimeSpan.FromSeconds(limit.Item2).Ticks));
        }, iter: 300);
    }

    [Fact]
    public async Task A_tenant_stays_below_fifty_a_second_and_each_conversation_gets_its_share()
    {
        var limiter = new OutboundLimiter(_time);
        var left = new List<(string Conversation, double At)>();
        // One conversation asks for far more than the others, and asks first.
        var greedy = Enumerable.Range(0, 40).Select(_ => "a:greedy");
        var others = Enumerable.Range(0, 100).Select(number => $"a:{number}");
        var calls = greedy.Concat(others).Select(async conversation =>
        {
            (await limiter.WaitAsync(Call(conversation), TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken)).ShouldBeTrue();
            lock (left)
                left.Add((conversation, Now));
        }).ToList();

        var all = Task.WhenAll(calls);
        while (!all.IsCompleted)
        {
            await StepAsync(20);
            // What may leave is noted by other threads: they get their turn before the clock goes on.
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(calls);

        var times = left.Select(one => one.At).Order().ToList();
        times.Zip(times.Skip(50), (first, next) => next - first).ShouldAllBe(span => span >= 1);
        left.Where(one => one.Conversation != "a:greedy").Max(one => one.At).ShouldBeLessThan(4);
        left.Where(one => one.Conversation == "a:greedy").Max(one => one.At).ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Tenants_and_kinds_of_call_don_t_wait_for_each_other()
    {
        var limiter = new OutboundLimiter(_time);
        for (var number = 0; number < 7; number++)
            await PassAsync(limiter, Call("a:1"), TimeSpan.FromMilliseconds(1));

        (await limiter.WaitAsync(Call("a:1"), TimeSpan.FromMilliseconds(1), Cancelled)).ShouldBeFalse();
        (await limiter.WaitAsync(Call("a:1") with { Reads = true }, TimeSpan.FromMilliseconds(1), Cancelled)).ShouldBeTrue();
        (await limiter.WaitAsync(Call("a:2"), TimeSpan.FromMilliseconds(1), Cancelled)).ShouldBeTrue();
        for (var number = 0; number < 41; number++)
            await PassAsync(limiter, Call($"b:{number}"), TimeSpan.FromMilliseconds(1));
        (await limiter.WaitAsync(Call("c:1"), TimeSpan.FromMilliseconds(1), Cancelled)).ShouldBeFalse();
        (await limiter.WaitAsync(Call("c:1") with { TenantId = "another" }, TimeSpan.FromMilliseconds(1), Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_not_patient_enough_is_told_at_once_and_takes_no_place()
    {
        var limiter = new OutboundLimiter(_time);
        limiter.Hold(Call("a:1"), TimeSpan.FromSeconds(10));

        (await limiter.WaitAsync(Call("a:1"), TimeSpan.FromSeconds(9), Cancelled)).ShouldBeFalse();
        var patient = limiter.WaitAsync(Call("a:1"), TimeSpan.FromSeconds(11), Cancelled);
        _time.Advance(TimeSpan.FromSeconds(10));

        (await patient.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task However_many_conversations_come_by_little_of_them_is_kept()
    {
        var limiter = new OutboundLimiter(_time);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < 100_000; number++)
        {
            await PassAsync(limiter, Call($"a:{number}") with { TenantId = $"{number % 5_000}" }, TimeSpan.FromMilliseconds(1));
            if (number % 10 == 0)
                _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(60_000_000);
        GC.KeepAlive(limiter);
    }

    private double Now => (_time.GetUtcNow() - _time.Start).TotalSeconds;

    private async Task PassAsync(OutboundLimiter limiter, ConnectorCall call, TimeSpan patience)
    {
        var wait = limiter.WaitAsync(call, patience, TestContext.Current.CancellationToken);
        while (!wait.IsCompleted)
            await StepAsync(50);
        (await wait.WaitAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    private async Task StepAsync(int milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await Task.Yield();
    }

    private static ConnectorCall Call(string conversation) => new()
    {
        Method = HttpMethod.Post,
        Path = "",
        ServiceUrl = "",
        TenantId = "tenant",
        ConversationId = conversation,
    };
}
