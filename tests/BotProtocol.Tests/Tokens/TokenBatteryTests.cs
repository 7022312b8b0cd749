using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>Good and bad tokens, each with its decision here and at the second opinion.</summary>
public sealed class TokenBatteryTests : IAsyncLifetime
{
    private TokenDouble _tokens = null!;
    private List<TokenCase> _cases = null!;

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenDouble.StartAsync();
        TokenKeys.Publish(_tokens);
        _cases = [.. ChannelTokenCases.Of(_tokens, TimeProvider.System.GetUtcNow()), .. EntraTokenCases.Of(_tokens)];
    }

    public ValueTask DisposeAsync() => _tokens.DisposeAsync();

    [Fact]
    public async Task Every_sender_is_let_in_or_kept_out_for_the_reason_named()
    {
        using var strict = new Door(_tokens);
        using var emulator = new Door(_tokens, allowEmulator: true);

        var wrong = new List<string>();
        foreach (var one in _cases)
        {
            var outcome = await (one.AllowsEmulator ? emulator : strict).CheckAsync(one);
            SenderOutcome expected = one switch
            {
                { Reason: "" } => new SenderOutcome.Accepted(),
                { IsStranger: true } => new SenderOutcome.Stranger(one.Reason),
                _ => new SenderOutcome.Denied(one.Reason),
            };
            if (outcome != expected)
                wrong.Add($"A sender {one.Name}: {outcome} instead of {expected}");
        }

        wrong.ShouldBeEmpty();
        _cases.Count.ShouldBeGreaterThan(60);
        _cases.Select(one => one.Name).ShouldBeUnique();
        _cases.Count(one => one.Reason.Length == 0).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_second_opinion_is_the_same_or_the_difference_is_explained()
    {
        Assert.SkipUnless(SecondOpinion.Exists, SecondOpinion.WhyAbsent);

        var opinions = await SecondOpinion.AskAsync(_tokens, _cases, TestContext.Current.CancellationToken);

        opinions.Length.ShouldBe(_cases.Count);
        _cases.Zip(opinions).Where(pair => pair.Second != pair.First.ExpectedOpinion)
            .Select(pair => $"A sender {pair.First.Name}: it says {pair.Second} instead of {pair.First.ExpectedOpinion}").ShouldBeEmpty();
        _cases.Where(one => one.ExpectedOpinion != (one.Reason.Length == 0 ? "accepted" : "denied") && one.Because is null)
            .Select(one => $"A sender {one.Name}: nothing says why the opinions differ").ShouldBeEmpty();
    }
}
