using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>The token by which the connector knows the bot: asked for once, shared by all sending, renewed before it ends.</summary>
internal sealed class BotToken(Lazy<TokenCredential> credential, IOptions<BotOptions> options, TimeProvider time, ILogger<BotToken> logger) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>A token service that doesn't answer is left alone this long, however many messages wait for it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly TokenRequestContext _wanted = new([Scope(options.Value.Cloud)]);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private Held? _held;
    private DateTimeOffset _restsUntil;

    /// <returns>Null: there is none to be had now.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } fresh)
            return fresh;
        await _asking.WaitAsync(cancellationToken);
        try
        {
            return Fresh ?? await RenewAsync(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The connector didn't take it: the next message asks for a new one.</summary>
    public void Forget(string token)
    {
        if (_held?.Token.Token == token)
            _held = null;
    }

    public void Dispose() => _asking.Dispose();

    private async Task<string?> RenewAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now >= _restsUntil)
        {
            try
            {
                _held = new(await credential.Value.GetTokenAsync(_wanted, cancellationToken));
                return _held.Token.Token;
            }
            catch (Exception exception) when (exception is AuthenticationFailedException or RequestFailedException or HttpRequestException or IOException)
            {
                // The message names tenants, apps and addresses: the kind is enough to act on.
                Log.TokenNotIssued(logger, exception.GetType().Name);
                _restsUntil = time.GetUtcNow() + Rest;
            }
        }

        return _held is { } old && old.Token.ExpiresOn > now ? old.Token.Token : null;
    }

    private string? Fresh => _held is { Token: var held } && time.GetUtcNow() < (held.RefreshOn ?? held.ExpiresOn - Early) ? held.Token : null;

    private static string Scope(BotCloud cloud) => cloud switch
    {
        BotCloud.UsGovernment => "https://api.botframework.us/.default",
        BotCloud.China => "https://api.botframework.azure.cn/.default",
        _ => "https://api.botframework.com/.default",
    };

    // Read without the lock, hence whole or not at all.
    private sealed record Held(AccessToken Token);
}
