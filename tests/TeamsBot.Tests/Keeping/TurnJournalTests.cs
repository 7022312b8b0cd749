using System.Text.Json;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

public sealed class TurnJournalTests : IDisposable
{
    private readonly ConversationHouse _house = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_was_accepted_and_not_answered_is_found_whole_by_the_next_start_oldest_first()
    {
        var first = Turn("1") with { Value = JsonSerializer.Deserialize<JsonElement>("""{"pressed":"aide"}""") };
        await _house.Journal.AddAsync(first, Token);
        await _house.Journal.AddAsync(Turn("2"), Token);
        _house.Restart();

        var left = await _house.Journal.ReadLeftAsync(Token);

        left.Select(turn => turn.Key).ShouldBe([first.Key, Turn("2").Key]);
        left[0].Address.ShouldBe(first.Address);
        left[0].Text.ShouldBe(first.Text);
        left[0].ReceivedAt.ShouldBe(first.ReceivedAt);
        left[0].Value.ShouldNotBeNull().GetRawText().ShouldBe("""{"pressed":"aide"}""");
    }

    [Fact]
    public async Task What_was_marked_is_never_found_again()
    {
        await _house.Journal.AddAsync(Turn("1"), Token);
        await _house.Journal.MarkSendingAsync(Turn("1").Key, Token);
        _house.Restart();

        (await _house.Journal.ReadLeftAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_activity_of_the_same_conversation_is_accepted_once_also_after_a_restart_and_past_midnight()
    {
        (await _house.Journal.AddAsync(Turn("1"), Token)).ShouldBeTrue();
        (await _house.Journal.AddAsync(Turn("1", key: "b"), Token)).ShouldBeFalse();
        (await _house.Journal.AddAsync(Turn("1", "a:another", "c"), Token)).ShouldBeTrue();
        (await _house.Journal.AddAsync(Turn("2", key: "d"), Token)).ShouldBeTrue();
        await _house.Journal.MarkSendingAsync(Turn("1").Key, Token);

        _house.Restart();
        (await _house.Journal.AddAsync(Turn("1", key: "e"), Token)).ShouldBeFalse();

        // Received just before midnight in Paris, delivered again just after.
        _house.Time.Advance(TimeSpan.FromHours(13.8));
        (await _house.Journal.AddAsync(Turn("3", key: "f"), Token)).ShouldBeTrue();
        _house.Time.Advance(TimeSpan.FromHours(0.4));
        _house.Restart();
        (await _house.Journal.AddAsync(Turn("3", key: "g"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_activity_without_an_id_is_never_taken_for_another()
    {
        (await _house.Journal.AddAsync(Turn("", key: "a"), Token)).ShouldBeTrue();
        (await _house.Journal.AddAsync(Turn("", key: "b"), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Once_it_is_answered_no_file_holds_its_text_or_anything_of_its_address()
    {
        var turn = Turn("activity-12345");
        await _house.Journal.AddAsync(turn, Token);
        _house.Bytes().ShouldContain(SomeActivity.User);
        await _house.Journal.MarkSendingAsync(turn.Key, Token);

        // Ends the writer of the file, which empties its log; a pause of a moment does so too.
        _house.Restart();

        var bytes = _house.Bytes();
        foreach (var id in (string[])[SomeActivity.User, SomeActivity.Tenant, SomeActivity.PersonalChat, "activity-12345", turn.Text])
            bytes.ShouldNotContain(id);
    }

    [Fact]
    public async Task An_address_that_nobody_answered_is_gone_after_a_day()
    {
        await _house.Journal.AddAsync(Turn("1"), Token);
        _house.Time.Advance(TimeSpan.FromHours(25));

        (await _house.Journal.ReadLeftAsync(Token)).ShouldBeEmpty();
        _house.Bytes().ShouldNotContain(SomeActivity.User);
    }

    [Fact]
    public async Task An_activity_is_no_longer_known_after_an_hour()
    {
        await _house.Journal.AddAsync(Turn("1"), Token);
        _house.Time.Advance(TimeSpan.FromMinutes(61));
        _house.Journal.RemoveExpired();

        (await _house.Journal.AddAsync(Turn("1", key: "b"), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_can_t_be_written_is_said_and_nothing_of_it_is_kept()
    {
        await _house.Journal.AddAsync(Turn("1"), Token);
        using (_house.HoldFile())
            await Should.ThrowAsync<Exception>(() => _house.Journal.AddAsync(Turn("2"), Token));

        (await _house.Journal.AddAsync(Turn("2"), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_turn_that_can_t_be_written_takes_none_of_those_beside_it_along()
    {
        await _house.Journal.AddAsync(Turn("0"), Token);
        _house.Execute("CREATE TRIGGER bad BEFORE INSERT ON pending_turn WHEN NEW.text = 'bad' BEGIN SELECT RAISE(FAIL, 'no'); END");

        var kept = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => IsKeptAsync(Turn($"{number}") with { Text = number == 20 ? "bad" : "good" })));

        kept.Count(one => one).ShouldBe(39);
        kept[19].ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_waits_for_its_mark_while_another_program_holds_the_file()
    {
        await _house.Journal.AddAsync(Turn("1"), Token);
        Task marking;
        using (_house.HoldFile())
        {
            marking = _house.Journal.MarkSendingAsync(Turn("1").Key, Token);
            await Task.Delay(1500, Token);
            marking.IsCompleted.ShouldBeFalse();
        }

        while (!marking.IsCompleted)
        {
            _house.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Token);
        }

        await marking;
        _house.Restart();
        (await _house.Journal.ReadLeftAsync(Token)).ShouldBeEmpty();
    }

    private async Task<bool> IsKeptAsync(PendingTurn turn)
    {
        try
        {
            return await _house.Journal.AddAsync(turn, Token);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private PendingTurn Turn(string activity, string conversation = SomeActivity.PersonalChat, string? key = null) => new()
    {
        Key = key ?? $"key {activity}",
        Address = new()
        {
            ChannelId = "msteams",
            ServiceUrl = "https://smba.trafficmanager.net/emea",
            ConversationId = conversation,
            ConversationType = "personal",
            TenantId = SomeActivity.Tenant,
            BotId = SomeActivity.Bot,
            UserId = SomeActivity.User,
            ActivityId = activity,
            Locale = "fr-FR",
        },
        Kind = TurnKind.Message,
        Text = "Quel est le montant de la gargouille ?",
        ReceivedAt = _house.Time.GetUtcNow(),
    };
}
