using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

public sealed class ConnectorRepliesTests
{
    private static readonly CitedSource Source = new(1, "Code de la mer", "16 semaines", null);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quick_answer_is_one_plain_message_that_was_marked_before()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();

        var outcome = await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines [1]", Source), Cancelled));

        var sent = house.Connector.Sent.ShouldHaveSingleItem();
        outcome.ShouldBe(new SendOutcome.Sent(sent.Id));
        sent.Stream.ShouldBeNull();
        house.Marked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Progress_in_a_personal_chat_is_a_stream_that_ends_with_the_answer()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();

        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        await replies.ShowProgressAsync("14 documents consultés, je vérifie les citations…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        var outcome = await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines [1]", Source), Cancelled));

        house.Connector.Refused.ShouldBeEmpty();
        var sent = house.Connector.Sent.ToList();
        sent.Select(one => $"{one.Type} {(string?)one.Stream!["streamType"]} {one.Stream["streamSequence"]?.ToJsonString() ?? "-"} {one.Text}").ShouldBe([
            "typing informative 1 Je cherche…", "typing informative 2 14 documents consultés, je vérifie les citations…", "message final - 16 semaines [1]"]);
        outcome.ShouldBe(new SendOutcome.Sent(sent[0].Id));
        sent[2].Id.ShouldBe(sent[0].Id);
        ((string?)sent[2].Body["channelData"]!["feedbackLoop"]!["type"]).ShouldBe("default");
        sent[2].Body["entities"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task However_often_progress_is_told_the_stream_gets_one_update_at_a_time_and_the_latest()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();

        for (var number = 1; number <= 80; number++)
        {
            await replies.ShowProgressAsync($"{number} documents", Cancelled);
            await house.PassAsync(TimeSpan.FromMilliseconds(100));
        }

        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled));

        house.Connector.Refused.ShouldBeEmpty();
        var sent = house.Connector.Sent.ToList();
        sent.Count.ShouldBeInRange(5, 8);
        sent.Zip(sent.Skip(1), (one, next) => (next.At - one.At).TotalSeconds).ShouldAllBe(pause => pause >= 1);
    }

    [Fact]
    public async Task An_answer_right_behind_an_update_waits_for_the_second_that_the_channel_asks_for()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();

        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromMilliseconds(100));
        await replies.ShowProgressAsync("Je vérifie…", Cancelled);
        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled));

        // The second update was overtaken by the answer.
        house.Connector.Refused.ShouldBeEmpty();
        house.Connector.Sent.Select(one => one.Type).ShouldBe(["typing", "message"]);
    }

    [Fact]
    public async Task Stop_is_noticed_and_nothing_more_is_said()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));

        house.Connector.PressStop(SomeActivity.PersonalChat);
        await replies.ShowProgressAsync("Je vérifie…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));

        replies.Stopped.IsCancellationRequested.ShouldBeTrue();
        var calls = house.Connector.Calls.Count;
        (await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled))).ShouldBeOfType<SendOutcome.Stopped>();
        house.Connector.Calls.Count.ShouldBe(calls);
        house.Marked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stop_just_before_the_answer_is_respected_as_well()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));

        house.Connector.PressStop(SomeActivity.PersonalChat);

        (await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled))).ShouldBeOfType<SendOutcome.Stopped>();
        house.Connector.Sent.ShouldAllBe(one => one.Type == "typing");
    }

    [Fact]
    public async Task Stop_is_noticed_while_nothing_new_is_told()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));

        house.Connector.PressStop(SomeActivity.PersonalChat);
        await house.PassAsync(TimeSpan.FromSeconds(10));

        replies.Stopped.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_lasted_too_long_is_replaced_by_the_answer()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        house.Step = 500;
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromMinutes(3));

        var outcome = await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines [1]", Source), Cancelled));

        var (first, last) = (house.Connector.Sent.First(), house.Connector.Sent.Last());
        outcome.ShouldBe(new SendOutcome.Sent(first.Id));
        (last.Method, last.Id, last.Text).ShouldBe(("PUT", first.Id, "16 semaines [1]"));
        last.Stream.ShouldBeNull();
        house.Connector.Sent.Count(one => one.IsMessage).ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "ContentStreamNotAllowed", "Content stream is not allowed")]
    [InlineData(403, "ContentStreamNotAllowed", "Request streamed content should contain the previously streamed content")]
    [InlineData(405, "MethodNotAllowed", "")]
    [InlineData(400, "BadSyntax", "")]
    public async Task Where_streams_are_not_allowed_the_answer_is_one_plain_message(int status, string code, string message)
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        house.Connector.Faults.Add(Fault.Says.Error(status, code, message));
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        await replies.ShowProgressAsync("Je vérifie…", Cancelled);

        (await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        house.Connector.Sent.ShouldHaveSingleItem().Stream.ShouldBeNull();
    }

    [Theory]
    [InlineData("Content stream is not allowed", "POST")]
    [InlineData("Content stream was already completed", "PUT")]
    [InlineData("Content stream exceeded streaming time.", "PUT")]
    public async Task A_final_message_that_the_stream_refuses_is_sent_in_another_way(string message, string method)
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        house.Connector.Faults.Add(Fault.Says.Error(403, "ContentStreamNotAllowed", message));

        (await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        var sent = house.Connector.Sent.Single(one => one.IsMessage);
        (sent.Method, sent.Stream).ShouldBe((method, null));
    }

    [Fact]
    public async Task A_final_message_that_is_too_large_for_its_stream_is_shortened_in_it()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        house.Connector.Faults.Add(Fault.Says.Error(403, "ContentStreamNotAllowed", "Message size too large"));

        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer(string.Join('\n', Enumerable.Repeat("Une ligne", 500))) with { CutNotice = "La suite manque." }, Cancelled));

        house.Connector.Refused.ShouldAllBe(one => one.Why.Contains("too large", StringComparison.Ordinal));
        var sent = house.Connector.Sent.Single(one => one.IsMessage);
        sent.Text.ShouldEndWith("La suite manque.");
        ((string?)sent.Stream!["streamType"]).ShouldBe("final");
    }

    [Fact]
    public async Task Updates_that_fail_on_the_way_fail_no_turn()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        house.Connector.Faults.Add(new Fault.Cut());
        await replies.ShowProgressAsync("Je vérifie…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));

        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled));

        house.Connector.Refused.ShouldBeEmpty();
        ((string?)house.Connector.Sent.Single(one => one.IsMessage).Stream!["streamType"]).ShouldBe("final");
    }

    [Fact]
    public async Task A_stream_whose_begin_was_not_answered_is_left_alone()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        house.Connector.Faults.Add(new Fault.Lost());
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));

        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled));

        house.Connector.Sent.Single(one => one.IsMessage).Stream.ShouldBeNull();
    }

    [Theory]
    [InlineData(ConversationType.GroupChat)]
    [InlineData(ConversationType.Channel)]
    [InlineData("")]
    public async Task Elsewhere_progress_is_typing_and_then_one_message(string type)
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies(house.Address("19:abc@thread.v2", type));
        for (var number = 0; number < 50; number++)
        {
            await replies.ShowProgressAsync("Je cherche…", Cancelled);
            await house.PassAsync(TimeSpan.FromMilliseconds(100));
        }

        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled));

        house.Connector.Refused.ShouldBeEmpty();
        house.Connector.Sent.Select(one => $"{one.Type} {one.Text}").ShouldBe(["typing ", "typing ", "message 16 semaines"]);
        house.Connector.Sent.ShouldAllBe(one => one.Stream == null);
    }

    [Fact]
    public async Task A_second_answer_is_never_sent()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        house.Connector.Faults.Add(new Fault.Lost());

        (await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();
        (await house.RunAsync(replies.AnswerAsync(SendingHouse.Text("Une erreur s'est produite."), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();

        house.Connector.Sent.ShouldHaveSingleItem().Text.ShouldBe("16 semaines");
    }

    [Fact]
    public async Task An_answer_that_began_to_leave_outlives_its_turn()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        using var turn = new CancellationTokenSource();
        house.Connector.Faults.AddFor(TimeSpan.FromSeconds(20), new Fault.Says(503));

        var answer = replies.AnswerAsync(SendingHouse.Answer("16 semaines"), turn.Token);
        await house.PassAsync(TimeSpan.FromSeconds(5));
        await turn.CancelAsync();

        (await house.RunAsync(answer)).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task Logs_name_neither_people_nor_conversations_nor_what_was_said()
    {
        await using var house = await SendingHouse.StartAsync();
        using var replies = house.Replies();
        house.Connector.Faults.Add(Fault.Says.Error(403, "ContentStreamNotAllowed", $"Alex Agent {SomeActivity.PersonalChat} stopped"));
        await replies.ShowProgressAsync("Je cherche…", Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(2));
        house.Connector.Faults.Add(Fault.Says.Error(400, "Alex Agent", "Alex Agent"), times: 9);

        await house.RunAsync(replies.AnswerAsync(SendingHouse.Answer("16 semaines"), Cancelled));

        house.Log.Lines.ShouldNotBeEmpty();
        foreach (var secret in new[] { "Alex", SomeActivity.PersonalChat, SomeActivity.User, "semaines", "cherche", "127.0.0.1", SomeActivity.Tenant })
            house.Log.Lines.ShouldAllBe(line => !line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
