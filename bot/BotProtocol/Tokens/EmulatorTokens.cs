using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// Development: tokens that Entra issued to the bot's own app, as the emulator and the playground bring them. They say nothing of where replies go, hence
/// only from and to this machine, and never in the name of Teams.
/// </summary>
internal sealed class EmulatorTokens(string appId, string tenant, IReadOnlyList<string> issuers, SignatureCheck signatures)
{
    public const string Channel = "emulator";

    private readonly string[] _issuers = [.. issuers.Select(issuer => issuer.Replace("{tenant}", tenant, StringComparison.Ordinal))];

    public bool AreIssuedBy(string issuer) => _issuers.Contains(issuer, StringComparer.Ordinal);

    public async Task<SenderOutcome> CheckAsync(BearerToken token, Activity activity, bool isFromThisMachine, CancellationToken cancellationToken) =>
        await signatures.CheckAsync(token, _issuers, cancellationToken) switch
        {
            SignatureOutcome.Good => Bound(token, activity, isFromThisMachine),
            SignatureOutcome.Bad bad => new SenderOutcome.Denied(bad.Reason),
            SignatureOutcome.Undecided undecided => new SenderOutcome.Undecided(undecided.Reason),
            _ => throw new InvalidOperationException("A token came to an outcome that no case names."),
        };

    private SenderOutcome Bound(BearerToken token, Activity activity, bool isFromThisMachine) =>
        !string.Equals(token.AppId, appId, StringComparison.OrdinalIgnoreCase) ? new SenderOutcome.Denied("token was given to another app")
        : !string.Equals(token.Tenant, tenant, StringComparison.OrdinalIgnoreCase) ? new SenderOutcome.Denied("token is another tenant's")
        : token.Issuer != _issuers[token.Version == "1.0" ? 0 : 1] ? new SenderOutcome.Denied("issuer is not its version's")
        : activity.ChannelId != Channel ? new SenderOutcome.Denied("emulator speaks for another channel")
        : !isFromThisMachine || !CloudPlaces.IsLoopback(activity.ServiceUrl) ? new SenderOutcome.Denied("emulator is on another machine")
        : new SenderOutcome.Accepted();
}
