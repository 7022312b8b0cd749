using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private TokenDouble _tokens = null!;
    private Door _door = null!;

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenDouble.StartAsync();
        _door = new(_tokens, _time);
    }

    public async ValueTask DisposeAsync()
    {
        _door.Dispose();
        await _tokens.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_looked_up_once_for_many_senders()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _door.CheckAsync(Header())));

        outcomes.ShouldAllBe(outcome => outcome is SenderOutcome.Accepted);
        _tokens.ChannelLooks.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_key_is_known_with_the_first_token_that_it_signed()
    {
        await _door.CheckAsync(Header());
        _tokens.ChannelKeys["new"] = new("new", "msteams");
        _time.Advance(SigningKeys.BetweenLooks);

        (await _door.CheckAsync(Header("new"))).ShouldBeOfType<SenderOutcome.Accepted>();
    }

    [Fact]
    public async Task Nobody_can_make_the_door_look_for_keys_time_and_again()
    {
        using var unknown = new TokenKey("nobody-knows", "msteams");
        await _door.CheckAsync(Header());
        for (var times = 0; times < 10; times++)
            (await _door.CheckAsync($"Bearer {unknown.Sign(Claims())}")).ShouldBeOfType<SenderOutcome.Denied>();

        _tokens.ChannelLooks.ShouldBe(1);
        _time.Advance(SigningKeys.BetweenLooks);
        for (var times = 0; times < 10; times++)
            await _door.CheckAsync($"Bearer {unknown.Sign(Claims())}");
        _tokens.ChannelLooks.ShouldBe(2);
    }

    [Fact]
    public async Task Tokens_of_others_never_make_the_door_look_for_keys()
    {
        var claims = Claims();
        claims["aud"] = "another";
        await _door.CheckAsync($"Bearer {_tokens.ChannelKey.Sign(claims)}");

        _tokens.ChannelLooks.ShouldBe(0);
    }

    [Fact]
    public async Task A_withdrawn_key_is_trusted_no_longer_than_a_day()
    {
        await _door.CheckAsync(Header());
        using var withdrawn = _tokens.ChannelKey;
        _tokens.ChannelKeys["other"] = new("other", "msteams");
        _tokens.ChannelKeys.TryRemove("channel", out _);

        _time.Advance(SigningKeys.TrustedFor);
        (await _door.CheckAsync($"Bearer {withdrawn.Sign(Claims())}")).ShouldBeOfType<SenderOutcome.Denied>();
    }

    [Fact]
    public async Task Keys_are_looked_up_again_behind_a_sender_after_half_a_day()
    {
        await _door.CheckAsync(Header());
        _time.Advance(SigningKeys.FreshFor);
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Accepted>();

        while (_tokens.ChannelLooks < 2)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task While_the_issuer_is_down_known_keys_go_on_for_a_day_and_then_nobody_is_let_in()
    {
        await _door.CheckAsync(Header());
        _tokens.IsDown = true;
        _time.Advance(SigningKeys.TrustedFor - TimeSpan.FromMinutes(1));
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Accepted>();

        _time.Advance(TimeSpan.FromMinutes(1));
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Undecided>();

        _tokens.IsDown = false;
        _time.Advance(SigningKeys.BetweenLooks);
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Accepted>();
    }

    [Fact]
    public async Task A_first_look_that_failed_is_repeated_soon_and_not_at_once()
    {
        _tokens.IsDown = true;
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Undecided>();
        _tokens.IsDown = false;
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Undecided>();

        _time.Advance(SigningKeys.BetweenAttempts);
        (await _door.CheckAsync(Header())).ShouldBeOfType<SenderOutcome.Accepted>();
    }

    private string Header(string key = "channel") => $"Bearer {_tokens.ChannelKeys[key].Sign(Claims())}";

    private JsonObject Claims() => TokenDouble.ChannelClaims(TokenCase.ServiceUrl, now: _time.GetUtcNow());
}
