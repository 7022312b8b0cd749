using System.Collections.Concurrent;
using AgentHelpdesk.BotProtocol.Turns;

namespace AgentHelpdesk.BotProtocol.Tests.Turns;

public sealed class TurnQueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_of_one_conversation_follow_each_other_and_other_conversations_do_not_wait_for_them()
    {
        await using var house = await TurnsHouse.StartAsync();
        var first = new TaskCompletionSource();
        house.Bot.Run = async (turn, replies, token) =>
        {
            if (turn.Text == "1")
                await first.Task.WaitAsync(token);
            await replies.AnswerAsync(TurnsHouse.BotDouble.Message(turn.Text), token);
        };
        foreach (var text in (string[])["1", "2", "3"])
            (await house.AcceptAsync(text)).ShouldBe(Acceptance.Accepted);
        await house.AcceptAsync("other", "a:2");

        await house.UntilAsync(() => house.Said.Contains("other"));
        house.Said.ShouldBe(["other"]);
        first.SetResult();
        await house.UntilAsync(() => house.Said.Count() == 4);
        house.Said.ShouldBe(["other", "1", "2", "3"]);
    }

    [Fact]
    public async Task A_full_queue_turns_away_before_anything_is_stored_and_takes_on_again_when_there_is_a_place()
    {
        await using var house = await TurnsHouse.StartAsync(mostTurns: 2);
        var gate = new TaskCompletionSource();
        house.Bot.Run = (turn, replies, token) => gate.Task.WaitAsync(token);
        await house.AcceptAsync("1", "a:1");
        await house.AcceptAsync("2", "a:2");

        (await house.AcceptAsync("3", "a:3")).ShouldBe(Acceptance.Full);

        house.Journal.Kept.Values.Select(turn => turn.Text).ShouldBe(["1", "2"], ignoreOrder: true);
        gate.SetResult();
        await house.UntilAsync(() => house.Journal.Kept.IsEmpty);
        while (await house.AcceptAsync("3", "a:3") == Acceptance.Full)
            await Task.Delay(10, Token);
    }

    [Fact]
    public async Task One_conversation_can_not_take_every_place()
    {
        await using var house = await TurnsHouse.StartAsync(mostTurns: 100);
        house.Bot.Run = (turn, replies, token) => Task.Delay(Timeout.Infinite, token);
        for (var number = 1; number <= 20; number++)
            (await house.AcceptAsync($"{number}")).ShouldBe(Acceptance.Accepted);

        (await house.AcceptAsync("21")).ShouldBe(Acceptance.Full);
        (await house.AcceptAsync("21", "a:2")).ShouldBe(Acceptance.Accepted);
    }

    [Fact]
    public async Task No_more_turns_are_worked_on_at_once_than_there_are_places_and_sending_takes_none()
    {
        await using var house = await TurnsHouse.StartAsync(concurrentTurns: 2);
        var (atOnce, most) = (0, 0);
        house.Connector.Faults.Add(new ChannelDoubles.Fault.Late(TimeSpan.FromSeconds(5)), times: 6);
        house.Bot.Run = async (turn, replies, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(30, Token);
            Interlocked.Decrement(ref atOnce);
            await replies.AnswerAsync(TurnsHouse.BotDouble.Message(turn.Text), token);
        };
        for (var number = 1; number <= 6; number++)
            await house.AcceptAsync($"{number}", $"a:{number}");

        // All six are at the connector, which answers none yet: only two places, and nobody waited for the sending of another.
        await house.UntilAsync(() => house.Connector.Calls.Count == 6);
        most.ShouldBe(2);
        await house.UntilAsync(() => house.Said.Count() == 6, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_given_up_and_says_so_once()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Bot.Run = (turn, replies, token) => Task.Delay(Timeout.Infinite, token);
        await house.AcceptAsync("1");

        await house.UntilAsync(() => house.Said.Any(), TimeSpan.FromSeconds(1));

        house.Said.ShouldBe(["failed: 1"]);
        await house.UntilAsync(() => house.Journal.Kept.IsEmpty);
    }

    [Fact]
    public async Task A_turn_that_fails_after_its_answer_left_says_nothing_more()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Bot.Run = async (turn, replies, token) =>
        {
            await replies.AnswerAsync(TurnsHouse.BotDouble.Message("answer"), token);
            throw new InvalidOperationException("after");
        };
        await house.AcceptAsync("1");
        await house.UntilAsync(() => house.Said.Any());
        house.Bot.Run = (turn, replies, token) => replies.AnswerAsync(TurnsHouse.BotDouble.Message("next"), token);
        await house.AcceptAsync("2");

        await house.UntilAsync(() => house.Said.Contains("next"));
        house.Said.ShouldBe(["answer", "next"]);
    }

    [Fact]
    public async Task A_disk_that_takes_its_time_makes_the_channel_come_again_and_the_turn_is_answered_once_all_the_same()
    {
        await using var house = await TurnsHouse.StartAsync();
        var disk = new TaskCompletionSource();
        house.Journal.Disk = () => disk.Task.WaitAsync(Token);
        var accepting = house.AcceptAsync("1");
        await house.UntilAsync(() => accepting.IsCompleted, TimeSpan.FromMilliseconds(100));
        (await accepting).ShouldBe(Acceptance.Full);
        house.Said.ShouldBeEmpty();

        disk.SetResult();
        (await house.AcceptAsync("1")).ShouldBe(Acceptance.Duplicate);
        await house.UntilAsync(() => house.Said.Any());
        house.Said.ShouldBe(["1"]);
    }

    [Fact]
    public async Task What_can_t_be_kept_is_turned_away_and_not_worked_on()
    {
        await using var house = await TurnsHouse.StartAsync();
        house.Journal.Disk = () => throw new IOException("full");
        (await house.AcceptAsync("1")).ShouldBe(Acceptance.Full);
        house.Journal.Disk = () => Task.CompletedTask;

        (await house.AcceptAsync("1")).ShouldBe(Acceptance.Accepted);

        await house.UntilAsync(() => house.Said.Any());
        house.Said.ShouldBe(["1"]);
    }

    [Fact]
    public async Task An_activity_delivered_ten_times_at_once_is_answered_once()
    {
        await using var house = await TurnsHouse.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => house.AcceptAsync("1")));

        outcomes.Count(outcome => outcome == Acceptance.Accepted).ShouldBe(1);
        outcomes.Count(outcome => outcome == Acceptance.Duplicate).ShouldBe(9);
        await house.AcceptAsync("2");
        await house.UntilAsync(() => house.Said.Contains("2"));
        house.Said.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task A_stop_finishes_what_was_begun_takes_on_nothing_and_leaves_the_rest_to_the_next_start()
    {
        await using var house = await TurnsHouse.StartAsync(concurrentTurns: 1);
        var begun = new ConcurrentQueue<string>();
        var gate = new TaskCompletionSource();
        house.Bot.Run = async (turn, replies, token) =>
        {
            begun.Enqueue(turn.Text);
            await gate.Task.WaitAsync(token);
            await replies.AnswerAsync(TurnsHouse.BotDouble.Message(turn.Text), token);
        };
        await house.AcceptAsync("1", "a:1");
        await house.UntilAsync(() => !begun.IsEmpty);
        await house.AcceptAsync("2", "a:1");
        await house.AcceptAsync("3", "a:3");

        var stopping = house.Queue.StopAsync(Token);
        (await house.AcceptAsync("4", "a:4")).ShouldBe(Acceptance.Full);
        gate.SetResult();
        await stopping;

        house.Said.ShouldBe(["1"]);
        house.Journal.Kept.Values.Select(turn => turn.Text).ShouldBe(["2", "3"], ignoreOrder: true);
        await house.RestartAsync();
        await house.UntilAsync(() => house.Said.Count() == 3);
        house.Said.ShouldBe(["1", "2", "3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Stopping_again_changes_nothing_also_when_everything_was_disposed_of()
    {
        await using var house = await TurnsHouse.StartAsync();
        var queue = house.Queue;
        await house.AcceptAsync("1");
        await house.UntilAsync(() => house.Said.Any());

        await Task.WhenAll(queue.StopAsync(Token), queue.StopAsync(Token));
        await queue.StopAsync(new CancellationToken(canceled: true));
        queue.Dispose();
        await Should.NotThrowAsync(() => queue.StopAsync(Token));
        queue.Dispose();

        (await queue.AcceptAsync(house.Turn("2"), Token)).ShouldBe(Acceptance.Full);
    }
}
