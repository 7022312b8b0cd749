using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

public sealed class PseudonymsTests : IDisposable
{
    private static readonly ReplyAddress Chat = new()
    {
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/emea",
        ConversationId = SomeActivity.PersonalChat,
        ConversationType = "personal",
        TenantId = SomeActivity.Tenant,
        BotId = SomeActivity.Bot,
        UserId = SomeActivity.User,
        ActivityId = "1",
    };

    private readonly ConversationHouse _house = new(new() { ConversationHours = 12 });

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_conversation_has_one_name_a_day_also_after_a_restart()
    {
        var morning = _house.Pseudonyms.Of(Chat);
        _house.Time.Advance(TimeSpan.FromHours(13));
        _house.Restart();

        _house.Pseudonyms.Of(Chat with { ActivityId = "2" }).ShouldBe(morning);
        _house.Pseudonyms.Of(Chat with { ConversationId = "a:another" }).ShouldNotBe(morning);
    }

    [Fact]
    public void A_new_civil_day_gives_another_name_and_the_old_one_is_known_while_something_may_be_kept_under_it()
    {
        var before = _house.Pseudonyms.Of(Chat);

        // 09:00 UTC is 10:00 in Paris: fourteen hours to midnight.
        _house.Time.Advance(TimeSpan.FromHours(14));
        var after = _house.Pseudonyms.Of(Chat);
        after.ShouldNotBe(before);
        _house.Pseudonyms.AllOf(Chat).ShouldBe([after, before]);

        _house.Time.Advance(TimeSpan.FromHours(24));
        _house.Pseudonyms.AllOf(Chat).ShouldNotContain(before);
    }

    [Fact]
    public void Another_installation_gives_another_name()
    {
        using var other = new ConversationHouse();

        other.Pseudonyms.Of(Chat).ShouldNotBe(_house.Pseudonyms.Of(Chat));
    }

    [Fact]
    public void A_file_that_can_t_be_used_takes_no_name_away()
    {
        Directory.CreateDirectory(_house.File);

        var name = _house.Pseudonyms.Of(Chat);

        _house.Pseudonyms.Of(Chat).ShouldBe(name);
    }

    [Fact]
    public void Digests_differ_by_purpose_and_by_where_their_parts_end()
    {
        var digests = new[]
        {
            _house.Pseudonyms.DigestOf("activity", "ab", "c"), _house.Pseudonyms.DigestOf("activity", "a", "bc"), _house.Pseudonyms.DigestOf("message", "ab", "c"),
        };

        digests.Distinct().Count().ShouldBe(3);
        _house.Pseudonyms.DigestsOf("activity", "ab", "c").ShouldBe([digests[0]]);
    }
}
