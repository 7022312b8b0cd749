using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

public sealed class ConnectorClientTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_to_its_conversation_as_a_reply_with_both_addresses_and_nothing_that_the_channel_gives()
    {
        await using var house = await SendingHouse.StartAsync();
        const string thread = "19:abc@thread.tacv2;messageid=1700000000000";

        var outcome = await house.RunAsync(house.Client.SendAsync(house.Address(thread, ConversationType.Channel), SendingHouse.Text("Bonjour"), Cancelled));

        var sent = house.Connector.Sent.ShouldHaveSingleItem();
        outcome.ShouldBe(new SendOutcome.Sent(sent.Id));
        sent.Conversation.ShouldBe(thread);
        ((string?)sent.Body["replyToId"]).ShouldBe("1700000000001");
        ((string?)sent.Body["conversation"]!["id"]).ShouldBe(thread);
        ((string?)sent.Body["from"]!["id"]).ShouldBe(SomeActivity.Bot);
        sent.Body.ContainsKey("id").ShouldBeFalse();
        sent.Authorization.ShouldBeNull();
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_passes_is_tried_again_with_growing_pauses(int status)
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Says(status), times: 3);
        var start = house.Time.GetUtcNow();

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        house.Connector.Calls.Count.ShouldBe(4);
        (house.Time.GetUtcNow() - start).TotalSeconds.ShouldBeInRange(7, 12);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task What_stays_is_not_tried_again(int status)
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(Fault.Says.Error(status, "Whatever", "a sentence about Alex Agent"));

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBe(new SendOutcome.Refused(status, "Whatever"));

        house.Connector.Calls.ShouldHaveSingleItem();
        house.Log.Lines.ShouldHaveSingleItem().ShouldBe($"Channel refused a call with {status} Whatever");
    }

    [Fact]
    public async Task A_wait_that_the_channel_asks_for_is_kept_by_everything_that_waits_for_the_conversation()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Says(429, null, TimeSpan.FromSeconds(11)));
        var first = house.Client.SendAsync(house.Address(), SendingHouse.Text("1"), Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(1));
        var second = house.Client.SendAsync(house.Address(), SendingHouse.Text("2"), Cancelled);

        await house.PassAsync(TimeSpan.FromSeconds(9));
        house.Connector.Calls.Count.ShouldBe(1);
        await house.RunAsync(Task.WhenAll(first, second));

        house.Connector.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_storm_of_429_is_outlived()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.AddFor(TimeSpan.FromSeconds(40), new Fault.Says(429, null, TimeSpan.FromSeconds(2)));
        house.Step = 200;

        // Eight attempts two seconds apart are over before the storm is: the bound holds.
        (await house.RunAsync(house.Client.SendAsync(house.Address("a:1"), SendingHouse.Text("1"), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();
        house.Connector.Calls.Count.ShouldBe(8);
        await house.PassAsync(TimeSpan.FromSeconds(30));

        (await house.RunAsync(house.Client.SendAsync(house.Address("a:1"), SendingHouse.Text("2"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task A_connector_that_is_gone_for_a_minute_gets_the_message_once_when_it_is_back()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.AddFor(TimeSpan.FromSeconds(60), new Fault.Says(503));
        house.Step = 200;

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        house.Connector.Sent.ShouldHaveSingleItem();
        house.Connector.Calls.Count.ShouldBeLessThan(9);
    }

    [Fact]
    public async Task A_connector_that_stays_away_is_given_up_within_the_bound()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.AddFor(TimeSpan.FromHours(1), new Fault.Says(503));
        house.Step = 200;
        var start = house.Time.GetUtcNow();

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();

        (house.Time.GetUtcNow() - start).ShouldBeLessThan(ConnectorCalls.Patience + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_message_whose_answer_is_lost_is_not_sent_again_because_it_may_have_arrived()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Lost());

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();

        house.Connector.Sent.ShouldHaveSingleItem();
        house.Connector.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_is_not_answered_in_time_is_not_sent_again()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(new Fault.Late(TimeSpan.FromSeconds(30)));
        house.Step = 500;

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();

        house.Connector.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_replacement_whose_answer_is_lost_is_sent_again_because_it_comes_to_the_same()
    {
        await using var house = await SendingHouse.StartAsync();
        var sent = (SendOutcome.Sent)await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("1"), Cancelled));
        house.Connector.Faults.Add(new Fault.Lost());

        (await house.RunAsync(house.Client.UpdateAsync(house.Address(), sent.ActivityId!, SendingHouse.Text("2"), Cancelled))).ShouldBe(sent);

        house.Connector.Sent.Select(one => $"{one.Method} {one.Id} {one.Text}").ShouldBe([$"POST {sent.ActivityId} 1", $"PUT {sent.ActivityId} 2", $"PUT {sent.ActivityId} 2"]);
        (await house.RunAsync(house.Client.DeleteAsync(house.Address(), sent.ActivityId!, Cancelled))).ShouldBe(sent);
        (await house.RunAsync(house.Client.DeleteAsync(house.Address(), sent.ActivityId!, Cancelled))).ShouldBe(new SendOutcome.Refused(404, "ActivityNotFoundInConversation"));
    }

    [Theory]
    [InlineData("MessageWritesBlocked")]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("ForbiddenOperationException")]
    public async Task A_closed_conversation_is_not_written_to_again_until_somebody_writes_from_there(string subCode)
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Close(SomeActivity.PersonalChat, subCode);

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("1"), Cancelled))).ShouldBeOfType<SendOutcome.ConversationClosed>();
        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("2"), Cancelled))).ShouldBeOfType<SendOutcome.ConversationClosed>();
        house.Connector.Calls.ShouldHaveSingleItem();
        (await house.RunAsync(house.Client.SendAsync(house.Address("a:2"), SendingHouse.Text("3"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        house.Connector.Reopen(SomeActivity.PersonalChat);
        house.Client.Reopen(house.Address(), house.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("4"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task An_answer_whose_rich_entities_are_refused_is_sent_again_once_without_them()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(Fault.Says.Error(400, "BadSyntax", "Error while parsing citation entity"));

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Answer("16 semaines [1]", new CitedSource(1, "Code", "16 semaines", null)), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        var sent = house.Connector.Sent.ShouldHaveSingleItem();
        sent.Text.ShouldBe("16 semaines [1]");
        (sent.Body["entities"] as JsonArray ?? []).ShouldBeEmpty();
        house.Connector.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_is_refused_in_every_form_is_refused_after_three()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(Fault.Says.Error(400, "BadSyntax", ""), times: 10);

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Answer("16 semaines") with { Attachments = [SendingHouse.Card()] }, Cancelled))).ShouldBe(new SendOutcome.Refused(400, "BadSyntax"));

        house.Connector.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_all_the_same_loses_its_card_and_then_the_end_of_its_text()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Faults.Add(Fault.Says.Error(413, "MessageSizeTooBig", "Message size too large"), times: 2);
        var text = string.Join('\n', Enumerable.Repeat("Une ligne de trente caractères", 200));

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text(text) with { Attachments = [SendingHouse.Card()], CutNotice = "La suite manque." }, Cancelled))).ShouldBeOfType<SendOutcome.Sent>();

        var sent = house.Connector.Sent.ShouldHaveSingleItem();
        sent.Body.ContainsKey("attachments").ShouldBeFalse();
        sent.Text.Length.ShouldBeInRange(text.Length / 2 - 40, text.Length / 2 + 20);
        sent.Text.ShouldEndWith("caractères\n\nLa suite manque.");
    }

    [Fact]
    public async Task Nothing_is_sent_to_an_address_that_is_not_allowed_and_the_log_doesn_t_name_it()
    {
        await using var house = await SendingHouse.StartAsync(new() { AppId = SomeActivity.App });

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("Bonjour"), Cancelled))).ShouldBe(new SendOutcome.Refused(0, ""));

        house.Connector.Calls.ShouldBeEmpty();
        house.Log.Lines.ShouldHaveSingleItem().ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task A_member_is_found_in_the_channel_of_a_thread()
    {
        await using var house = await SendingHouse.StartAsync();
        var address = house.Address("19:abc@thread.tacv2;messageid=17", ConversationType.Channel);

        var found = (await house.RunAsync(house.Client.FindMemberAsync(address, Cancelled))).ShouldBeOfType<MemberLookup.Found>();

        found.Member.UserRole.ShouldBe("user");
        found.Member.TenantId.ShouldBe(SomeActivity.Tenant);
        house.Connector.Calls.ShouldHaveSingleItem().ShouldBe("GET /v3/conversations/19:abc@thread.tacv2/members/29:1-alex-agent");
    }

    [Fact]
    public async Task A_member_who_is_not_there_is_told_from_a_channel_that_doesn_t_say()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.Roster = (_, _) => null;
        (await house.RunAsync(house.Client.FindMemberAsync(house.Address(), Cancelled))).ShouldBeOfType<MemberLookup.NotThere>();

        house.Connector.Faults.Add(Fault.Says.Error(403, "Forbidden", ""));
        (await house.RunAsync(house.Client.FindMemberAsync(house.Address(), Cancelled))).ShouldBeOfType<MemberLookup.Unknown>();
    }

    [Fact]
    public async Task Members_are_read_page_by_page()
    {
        await using var house = await SendingHouse.StartAsync();
        house.Connector.EveryMember = [.. Enumerable.Range(1, 1_100).Select(number => $"29:{number}")];

        var members = new List<string?>();
        string? token = null;
        do
        {
            var page = (await house.RunAsync(house.Client.ReadMembersAsync(house.Address(), token, Cancelled))).ShouldNotBeNull();
            members.AddRange(page.Members.Select(member => member.Id));
            token = page.ContinuationToken;
        }
        while (token is not null);

        members.OfType<string>().ShouldBe(house.Connector.EveryMember);
    }

    [Fact]
    public async Task A_chat_and_a_thread_can_be_begun()
    {
        await using var house = await SendingHouse.StartAsync();

        var chat = (await house.RunAsync(house.Client.BeginChatAsync(house.Address(), Cancelled))).ShouldBeOfType<ConversationOutcome.Begun>();
        (await house.RunAsync(house.Client.BeginChatAsync(house.Address(), Cancelled))).ShouldBe(chat);
        var thread = (await house.RunAsync(house.Client.BeginThreadAsync(house.Address(), "19:abc@thread.tacv2", SendingHouse.Text("Bonjour"), Cancelled))).ShouldBeOfType<ConversationOutcome.Begun>();

        thread.ConversationId.ShouldStartWith("19:abc@thread.tacv2;messageid=");
        thread.ActivityId.ShouldBe(house.Connector.Sent.ShouldHaveSingleItem().Id);
    }
}
