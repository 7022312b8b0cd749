using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

public sealed class AnonymousTests : IAsyncLifetime
{
    private TokenDouble _tokens = null!;

    public async ValueTask InitializeAsync() => _tokens = await TokenDouble.StartAsync();

    public ValueTask DisposeAsync() => _tokens.DisposeAsync();

    [Theory]
    [InlineData(TokenCase.LocalUrl, true, true)]
    [InlineData(TokenCase.LocalUrl, false, false)]
    [InlineData(TokenCase.ServiceUrl, true, false)]
    public async Task Without_a_token_a_sender_is_let_in_only_from_and_to_this_machine(string serviceUrl, bool isLocal, bool expected)
    {
        using var door = new Door(_tokens, allowAnonymous: true, app: "");

        (await door.CheckAsync(null, serviceUrl, isLocal) is SenderOutcome.Accepted).ShouldBe(expected);
    }

    [Fact]
    public async Task A_bad_token_is_no_better_where_none_is_needed()
    {
        using var door = new Door(_tokens, allowAnonymous: true);

        (await door.CheckAsync("Bearer bad", TokenCase.LocalUrl)).ShouldBeOfType<SenderOutcome.Denied>();
        (await door.CheckAsync(_tokens.ChannelHeader(TokenCase.LocalUrl), TokenCase.LocalUrl)).ShouldBeOfType<SenderOutcome.Accepted>();
    }

    [Fact]
    public async Task A_bot_without_an_app_id_takes_no_token()
    {
        using var door = new Door(_tokens, allowAnonymous: true, app: "");

        (await door.CheckAsync(_tokens.ChannelHeader(TokenCase.LocalUrl, ""), TokenCase.LocalUrl)).ShouldBeOfType<SenderOutcome.Denied>();
    }
}
