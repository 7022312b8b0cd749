namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// Who signs the channel's tokens and who the bot's, in one cloud. Fixed here and by configuration: nothing of it is ever taken from a token.
/// </summary>
/// <param name="ChannelIssuer">The one issuer of the channel's tokens.</param>
/// <param name="ChannelMetadata">The document that names its signing keys.</param>
/// <param name="EntraAuthority">Where the directory's tenants are, without a slash at the end.</param>
/// <param name="EntraIssuers">The issuers of the directory's tokens, older form first, with {tenant} to fill in.</param>
/// <param name="ConnectorScope">What the bot asks a token for to call the connector.</param>
public sealed record CloudPlaces(string ChannelIssuer, Uri ChannelMetadata, Uri EntraAuthority, IReadOnlyList<string> EntraIssuers, string ConnectorScope)
{
    public static CloudPlaces Of(BotOptions options)
    {
        var places = Of(options.Cloud);
        return places with
        {
            ChannelMetadata = options.ChannelMetadata.Length > 0 ? StandIn(options.ChannelMetadata) : places.ChannelMetadata,
            EntraAuthority = options.EntraAuthority.Length > 0 ? StandIn(options.EntraAuthority) : places.EntraAuthority,
        };
    }

    /// <summary>The document that names the keys of a tenant of the directory.</summary>
    public Uri EntraMetadata(string tenant) => new($"{EntraAuthority.AbsoluteUri.TrimEnd('/')}/{tenant}/v2.0/.well-known/openid-configuration");

    private static CloudPlaces Of(BotCloud cloud) => cloud switch
    {
        BotCloud.UsGovernment => new(
            "https://api.botframework.us",
            new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
            new("https://login.microsoftonline.us"),
            ["https://sts.windows.net/{tenant}/", "https://login.microsoftonline.us/{tenant}/v2.0"],
            "https://api.botframework.us/.default"),
        BotCloud.China => new(
            "https://api.botframework.azure.cn",
            new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
            new("https://login.partner.microsoftonline.cn"),
            ["https://sts.chinacloudapi.cn/{tenant}/", "https://login.partner.microsoftonline.cn/{tenant}/v2.0"],
            "https://api.botframework.azure.cn/.default"),
        _ => new(
            "https://api.botframework.com",
            new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
            new("https://login.microsoftonline.com"),
            ["https://sts.windows.net/{tenant}/", "https://login.microsoftonline.com/{tenant}/v2.0"],
            "https://api.botframework.com/.default"),
    };

    // Whoever may name another signer may let in anybody: only this machine may be named.
    private static Uri StandIn(string address) => IsLoopback(address) ? new(address)
        : throw new ArgumentException($"'{address}' is not on this machine: only a loopback address may stand in for the channel or for Entra.", nameof(address));

    /// <summary>Whether an address is one of this machine.</summary>
    public static bool IsLoopback(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.IsLoopback;
}
