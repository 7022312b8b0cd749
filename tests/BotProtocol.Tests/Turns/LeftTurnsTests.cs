using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Turns;

/// <summary>What becomes of a turn when the program, the channel or the disk ends in the middle of it.</summary>
public sealed class LeftTurnsTests
{
    [Fact]
    public async Task A_turn_cut_off_before_its_answer_is_taken_up_by_the_next_start_and_answered_once()
    {
        await using var house = await TurnsHouse.StartAsync();
        await BeginAndHangAsync(house);

        house.Time.Advance(TimeSpan.FromSeconds(20));
        await house.RestartAsync();

        await house.UntilAsync(() => house.Said.Any());
        house.Said.ShouldBe(["1"]);
        house.Journal.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_left_for_longer_than_two_minutes_gets_one_apology_across_any_number_of_starts()
    {
        await using var house = await TurnsHouse.StartAsync();
        await BeginAndHangAsync(house);
        var left = house.Journal.Kept.Single().Value;
        await house.Queue.StopAsync(new CancellationToken(canceled: true));
        house.Journal.Kept[left.Key] = left with { ReceivedAt = house.Time.GetUtcNow() - TimeSpan.FromSeconds(121) };

        for (var start = 0; start < 3; start++)
        {
            await house.RestartAsync();
            await house.UntilAsync(() => house.Said.Any());
        }

        house.Said.ShouldBe(["too old: 1"]);
    }

    [Fact]
    public async Task A_turn_cut_off_while_its_answer_leaves_is_never_worked_on_again()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Late(TimeSpan.FromSeconds(10)));
        await house.AcceptAsync("1");
        await house.UntilAsync(() => !house.Connector.Calls.IsEmpty);
        var restarting = house.RestartAsync();
        await house.UntilAsync(() => restarting.IsCompleted, TimeSpan.FromSeconds(1));
        await restarting;

        await house.AcceptAsync("2");
        await house.UntilAsync(() => house.Said.Contains("2"), TimeSpan.FromSeconds(1));

        house.Said.Count(text => text == "1").ShouldBeLessThanOrEqualTo(1);
        house.Connector.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connector_that_is_gone_for_a_minute_takes_no_answer_away_and_doubles_none()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Connector.Faults.AddFor(TimeSpan.FromMinutes(1), new Fault.Says(503));
        for (var number = 1; number <= 5; number++)
            await house.AcceptAsync($"{number}", $"a:{number}");

        // Slowly: a call on its way while the clock runs ahead of a busy machine would be lost, and what is lost is not sent again.
        await house.UntilAsync(() => house.Said.Count() == 5, TimeSpan.FromMilliseconds(200));

        house.Said.ShouldBe(["1", "2", "3", "4", "5"], ignoreOrder: true);
        house.Journal.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_storm_of_429_is_waited_out()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Says(429, RetryAfter: TimeSpan.FromSeconds(3)), times: 12);
        for (var number = 1; number <= 5; number++)
            await house.AcceptAsync($"{number}", $"a:{number}");

        await house.UntilAsync(() => house.Said.Count() == 5, TimeSpan.FromMilliseconds(500));

        house.Said.ShouldBe(["1", "2", "3", "4", "5"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_answer_whose_acknowledgement_is_lost_is_not_sent_again()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Lost());
        await house.AcceptAsync("1");
        await house.AcceptAsync("2");

        await house.UntilAsync(() => house.Said.Contains("2"), TimeSpan.FromSeconds(1));

        house.Said.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task An_answer_that_can_t_be_marked_is_not_sent_and_its_turn_stays_for_the_next_start()
    {
        await using var house = await TurnsHouse.StartAsync();
        var tried = new TaskCompletionSource();
        var answering = house.Bot.Run;
        house.Bot.Run = (turn, replies, token) =>
        {
            house.Journal.Disk = () =>
            {
                tried.TrySetResult();
                throw new IOException("full");
            };
            return answering(turn, replies, token);
        };
        await house.AcceptAsync("1");
        await house.UntilAsync(() => tried.Task.IsCompleted);
        (house.Said.Any(), house.Journal.Kept.Count).ShouldBe((false, 1));

        house.Bot.Run = answering;
        house.Journal.Disk = () => Task.CompletedTask;
        await house.RestartAsync();

        await house.UntilAsync(() => house.Said.Any());
        house.Said.ShouldBe(["1"]);
    }

    // The next life answers again; this one must have begun before it is changed.
    private static async Task BeginAndHangAsync(TurnsHouse house)
    {
        var (answering, begun) = (house.Bot.Run, new TaskCompletionSource());
        house.Bot.Run = (turn, replies, token) =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        await house.AcceptAsync("1");
        await house.UntilAsync(() => begun.Task.IsCompleted);
        house.Bot.Run = answering;
    }
}
