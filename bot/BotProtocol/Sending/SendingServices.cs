using System.Net;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Sending;

internal static class SendingServices
{
    private const int MostResponseBytes = 1024 * 1024;

    public static void AddSending(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        // A bot without tokens has no credential to make.
        services.TryAddSingleton(provider => new Lazy<TokenCredential>(() => BotCredential.Of(provider.GetRequiredService<IOptions<BotOptions>>().Value)));
        services.TryAddSingleton<BotToken>();
        services.TryAddSingleton<ServiceHosts>();
        services.TryAddSingleton<OutboundLimiter>();
        services.TryAddSingleton<ClosedConversations>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorCalls>(provider, NewHttpClient()));
        services.TryAddSingleton(provider => new ConnectorClient(provider.GetRequiredService<ConnectorCalls>(), provider.GetRequiredService<ILogger<ConnectorClient>>()));
    }

    /// <summary>
    /// Not from the factory of the host, which logs every address, and these name conversations. Each attempt has a limit of its own.
    /// </summary>
    public static HttpClient NewHttpClient(HttpMessageHandler? handler = null) =>
        new(handler ?? NewHandler()) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostResponseBytes };

    /// <summary>Follows nobody to another address and keeps no cookies.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
