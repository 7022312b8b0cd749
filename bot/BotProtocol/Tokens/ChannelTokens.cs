using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// The channel's own tokens: they prove where replies go and which channel speaks. Only Teams is let in: an app is reachable through other channels too
/// (a web chat, say), whose clients write the tenant themselves.
/// </summary>
internal sealed class ChannelTokens(string issuer, SignatureCheck signatures)
{
    public const string Teams = "msteams";

    public async Task<SenderOutcome> CheckAsync(BearerToken token, Activity activity, CancellationToken cancellationToken) =>
        await signatures.CheckAsync(token, [issuer], cancellationToken) switch
        {
            SignatureOutcome.Good good => Bound(token, good.Key, activity),
            SignatureOutcome.Bad bad => new SenderOutcome.Denied(bad.Reason),
            SignatureOutcome.Undecided undecided => new SenderOutcome.Undecided(undecided.Reason),
            _ => throw new InvalidOperationException("A token came to an outcome that no case names."),
        };

    // To the letter: an address that is only alike may lead elsewhere.
    private static SenderOutcome Bound(BearerToken token, SigningKey key, Activity activity) =>
        string.IsNullOrEmpty(token.ServiceUrl) || !string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.Ordinal)
            ? new SenderOutcome.Denied("service url is not the token's")
        : activity.ChannelId != Teams ? new SenderOutcome.Denied("channel is not Teams")
        : !key.Endorsements.Contains(Teams) ? new SenderOutcome.Denied("key does not speak for the channel")
        : new SenderOutcome.Accepted();
}
