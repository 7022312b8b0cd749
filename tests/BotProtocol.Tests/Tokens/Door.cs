using System.Text.Json;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>The check of senders over a stand-in for those who issue tokens.</summary>
internal sealed class Door : IDisposable, IHttpClientFactory
{
    private readonly SenderCheck _check;

    public Door(TokenDouble tokens, TimeProvider? time = null, bool allowEmulator = false, bool allowAnonymous = false, string app = SomeActivity.App)
    {
        var options = Options.Create(new BotOptions
        {
            AppId = app,
            TenantId = SomeActivity.Tenant,
            AllowEmulator = allowEmulator,
            AllowAnonymous = allowAnonymous,
            ChannelMetadata = tokens.ChannelMetadata,
            EntraAuthority = tokens.EntraAuthority,
        });
        _check = new(options, new(options), this, time ?? TimeProvider.System, NullLogger<SenderCheck>.Instance);
    }

    public HttpClient CreateClient(string name) => new() { Timeout = TimeSpan.FromSeconds(5) };

    public Task<SenderOutcome> CheckAsync(TokenCase one) =>
        _check.CheckAsync(one.Header, one.Activity.Deserialize(ActivityJson.Wire.Activity)!, !one.IsElsewhere, TestContext.Current.CancellationToken);

    public Task<SenderOutcome> CheckAsync(string? header, string serviceUrl = TokenCase.ServiceUrl, bool isLocal = true) =>
        _check.CheckAsync(header, TokenCase.Message(serviceUrl).Deserialize(ActivityJson.Wire.Activity)!, isLocal, TestContext.Current.CancellationToken);

    public void Dispose() => _check.Dispose();
}
