using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>
/// Stands in, on a port of this machine, for those who issue tokens: the channel (metadata, keys with endorsements) and Entra (metadata and keys of every
/// tenant, and the endpoint where the bot fetches its own). It mints what it is asked to: good tokens and bad ones.
/// </summary>
public sealed class TokenDouble : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TokenDouble(WebApplication app)
    {
        _app = app;
        app.Use((context, next) =>
        {
            Asked.Enqueue(context.Request.Path);
            if (!IsDown)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        app.MapGet("/v1/.well-known/openidconfiguration", () => Metadata("https://api.botframework.com", $"{Url}/v1/.well-known/keys"));
        app.MapGet("/v1/.well-known/keys", () => Keys(ChannelKeys));
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (string tenant) =>
            Metadata($"https://login.microsoftonline.com/{tenant}/v2.0", $"{Url}/{tenant}/discovery/v2.0/keys"));
        app.MapGet("/{tenant}/discovery/v2.0/keys", (string tenant) => Keys(EntraKeys));
        app.MapPost("/{tenant}/oauth2/v2.0/token", GiveToken);
    }

    public string Url => _app.Urls.First();

    /// <summary>What <c>Bot:ChannelMetadata</c> is set to.</summary>
    public string ChannelMetadata => $"{Url}/v1/.well-known/openidconfiguration";

    /// <summary>What <c>Bot:EntraAuthority</c> is set to.</summary>
    public string EntraAuthority => Url;

    /// <summary>Every request answers 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>The paths asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>How often the channel's metadata document was read.</summary>
    public int ChannelLooks => Asked.Count(path => path == "/v1/.well-known/openidconfiguration");

    /// <summary>Published by the channel; keys may be added and taken away.</summary>
    public ConcurrentDictionary<string, TokenKey> ChannelKeys { get; } = new();

    /// <summary>Published by Entra for every tenant.</summary>
    public ConcurrentDictionary<string, TokenKey> EntraKeys { get; } = new();

    /// <summary>Endorsed for Teams.</summary>
    public TokenKey ChannelKey => ChannelKeys["channel"];

    public TokenKey EntraKey => EntraKeys["entra"];

    public static async Task<TokenDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var tokens = new TokenDouble(builder.Build());
        tokens.ChannelKeys["channel"] = new("channel", "msteams", "webchat", "directline", "emulator");
        tokens.EntraKeys["entra"] = new("entra");
        await tokens._app.StartAsync();
        return tokens;
    }

    /// <summary>As the channel brings it: a header for <see cref="ChannelClaims"/>.</summary>
    public string ChannelHeader(string serviceUrl, string app = SomeActivity.App) => "Bearer " + ChannelKey.Sign(ChannelClaims(serviceUrl, app));

    /// <param name="serviceUrl">Where replies go.</param>
    /// <param name="app">The bot's app id.</param>
    /// <param name="now">Null: now.</param>
    public static JsonObject ChannelClaims(string serviceUrl, string app = SomeActivity.App, DateTimeOffset? now = null)
    {
        var start = (now ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        return new() { ["serviceurl"] = serviceUrl, ["nbf"] = start, ["exp"] = start + 3600, ["iss"] = "https://api.botframework.com", ["aud"] = app };
    }

    /// <summary>Of a token that Entra issued to an app for itself, in the older form ("1.0") or the newer.</summary>
    public static JsonObject EntraClaims(string version, string app = SomeActivity.App, string tenant = SomeActivity.Tenant, DateTimeOffset? now = null)
    {
        var start = (now ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        return new()
        {
            ["aud"] = app,
            ["iss"] = version == "1.0" ? $"https://sts.windows.net/{tenant}/" : $"https://login.microsoftonline.com/{tenant}/v2.0",
            ["iat"] = start,
            ["nbf"] = start,
            ["exp"] = start + 3600,
            [version == "1.0" ? "appid" : "azp"] = app,
            ["tid"] = tenant,
            ["ver"] = version,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in ChannelKeys.Values.Concat(EntraKeys.Values))
            key.Dispose();
    }

    private static IResult Metadata(string issuer, string keys)
    {
        var root = new Uri(keys).GetLeftPart(UriPartial.Authority);
        return Results.Json(new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{root}/authorize",
            ["token_endpoint"] = $"{root}/common/oauth2/v2.0/token",
            ["jwks_uri"] = keys,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        });
    }

    private static IResult Keys(ConcurrentDictionary<string, TokenKey> keys) =>
        Results.Json(new JsonObject { ["keys"] = new JsonArray([.. keys.Values.Select(key => key.Published())]) });

    // What the bot fetches to call the connector.
    private async Task<IResult> GiveToken(string tenant, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_secret"].Count == 0)
            return Results.Json(new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215" }, statusCode: StatusCodes.Status401Unauthorized);
        var claims = EntraClaims("2.0", form["client_id"].ToString(), tenant);
        claims["aud"] = form["scope"].ToString().Replace("/.default", "", StringComparison.Ordinal);
        return Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = EntraKey.Sign(claims) });
    }
}
