using AgentHelpdesk.BotProtocol.Activities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>Who sent an activity: the channel, by its token, or nobody we let in. Reasons are for the log, never for the sender.</summary>
public sealed class SenderCheck : IDisposable
{
    private readonly bool _allowsAnonymous;
    private readonly AllowedTenants _tenants;
    private readonly SigningKeys _channelKeys;
    private readonly SigningKeys _entraKeys;
    private readonly ChannelTokens? _channel;
    private readonly EmulatorTokens? _emulator;

    public SenderCheck(IOptions<BotOptions> options, AllowedTenants tenants, IHttpClientFactory clients, TimeProvider time, ILogger<SenderCheck> logger)
    {
        var bot = options.Value;
        var places = CloudPlaces.Of(bot);
        _allowsAnonymous = bot.AllowAnonymous;
        _tenants = tenants;
        _channelKeys = new(new(places.ChannelMetadata, clients), time, logger);
        _entraKeys = new(new(places.EntraMetadata(bot.TenantId), clients), time, logger);

        // Without an app id no token can be meant for this bot.
        if (bot.AppId.Length == 0)
            return;
        _channel = new(places.ChannelIssuer, new(bot.AppId, _channelKeys, time));
        if (bot.AllowEmulator)
            _emulator = new(bot.AppId, bot.TenantId.ToLowerInvariant(), places.EntraIssuers, new(bot.AppId, _entraKeys, time));
    }

    /// <summary>Whether it is worth reading the body of a request with this header.</summary>
    public bool IsWorthReading(string? authorization) => _allowsAnonymous || !string.IsNullOrEmpty(authorization);

    /// <param name="authorization">The header as it came; may be null.</param>
    /// <param name="activity">The body it came with.</param>
    /// <param name="isFromThisMachine">Whether the request came from this machine, past no relay.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SenderOutcome> CheckAsync(string? authorization, Activity activity, bool isFromThisMachine, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(authorization))
            return Anonymous(activity, isFromThisMachine);
        var outcome = await ByTokenAsync(authorization, activity, isFromThisMachine, cancellationToken);
        return outcome is SenderOutcome.Accepted && _tenants.Refuse(activity) is { } reason ? new SenderOutcome.Stranger(reason) : outcome;
    }

    public void Dispose()
    {
        _channelKeys.Dispose();
        _entraKeys.Dispose();
    }

    // The issuer that a token claims only chooses the keys that must have signed it.
    private async Task<SenderOutcome> ByTokenAsync(string authorization, Activity activity, bool isFromThisMachine, CancellationToken cancellationToken)
    {
        if (_channel is null)
            return new SenderOutcome.Denied("a token came to a bot without an app id");
        if (!BearerToken.TryRead(authorization, out var token, out var reason))
            return new SenderOutcome.Denied(reason);
        return _emulator is not null && _emulator.AreIssuedBy(token.Issuer)
            ? await _emulator.CheckAsync(token, activity, isFromThisMachine, cancellationToken)
            : await _channel.CheckAsync(token, activity, cancellationToken);
    }

    private SenderOutcome Anonymous(Activity activity, bool isFromThisMachine) =>
        !_allowsAnonymous ? new SenderOutcome.Denied("no token")
        : !isFromThisMachine || !CloudPlaces.IsLoopback(activity.ServiceUrl) ? new SenderOutcome.Denied("no token, and not from and to this machine")
        : new SenderOutcome.Accepted();
}
