using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>How the bot proves itself to Entra, by the type of its registration.</summary>
internal static class BotCredential
{
    /// <summary>Sending tries again itself, with a bound: the library's own attempts are kept few and short.</summary>
    private const int Retries = 1;

    public static TokenCredential Of(BotOptions options) => options.AppType switch
    {
        BotAppType.UserAssignedMSI => new ManagedIdentityCredential(Patient(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(options.AppId)))),
        _ => new ClientSecretCredential(options.TenantId, options.AppId, options.Secret, Directory(options)),
    };

    private static ClientSecretCredentialOptions Directory(BotOptions options)
    {
        var directory = Patient(new ClientSecretCredentialOptions { AuthorityHost = Authority(options.Cloud) });
        if (Uri.TryCreate(options.EntraAuthority, UriKind.Absolute, out var standIn))
        {
            directory.DisableInstanceDiscovery = true;
            directory.Transport = new HttpClientTransport(new HttpClient(new StandIn(standIn)));
        }

        return directory;
    }

    private static T Patient<T>(T options) where T : TokenCredentialOptions
    {
        options.Retry.MaxRetries = Retries;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }

    private static Uri Authority(BotCloud cloud) => cloud switch
    {
        BotCloud.UsGovernment => AzureAuthorityHosts.AzureGovernment,
        BotCloud.China => AzureAuthorityHosts.AzureChina,
        _ => AzureAuthorityHosts.AzurePublicCloud,
    };

    /// <summary>The library insists on https; a stand-in on this machine has none. Nothing else but it is ever asked.</summary>
    private sealed class StandIn(Uri authority) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new(authority, request.RequestUri?.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
