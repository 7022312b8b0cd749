using System.ClientModel;
using System.ClientModel.Primitives;
using AgentHelpdesk.ModelServers.Wire;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AgentHelpdesk.ModelServers;

/// <summary>The makers' own clients for the wire, without their retries and time limits: those are made in one place, ours.</summary>
internal static class WireClients
{
    // A server that is there says so at once; waiting longer only keeps a person waiting.
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    public static IChatClient Chat(ModelOptions options, TimeProvider time) =>
        Client(options.Kind, options.Endpoint, options.Key, sockets => new ServerWire(sockets, options.Key, time)).GetChatClient(options.Name).AsIChatClient();

    /// <param name="kind">Azure, or any other server.</param>
    /// <param name="endpoint">The base address.</param>
    /// <param name="key">Empty: an Entra identity (Azure), or none.</param>
    /// <param name="wire">What lies between the client and the network; null: nothing.</param>
    public static OpenAIClient Client(ModelKind kind, string endpoint, string key, Func<HttpMessageHandler, HttpMessageHandler>? wire = null)
    {
        if (kind is ModelKind.Azure)
        {
            var options = With(new AzureOpenAIClientOptions(), wire);
            return key.Length > 0
                ? new AzureOpenAIClient(new Uri(endpoint), new ApiKeyCredential(key), options)
                : new AzureOpenAIClient(new Uri(endpoint), new DefaultAzureCredential(), options);
        }

        return new OpenAIClient(new ApiKeyCredential(key.Length > 0 ? key : "none"), With(new OpenAIClientOptions { Endpoint = new Uri(endpoint) }, wire));
    }

    private static T With<T>(T options, Func<HttpMessageHandler, HttpMessageHandler>? wire) where T : ClientPipelineOptions
    {
        // A redirect would carry the key to another host.
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        options.Transport = new HttpClientPipelineTransport(new HttpClient(wire?.Invoke(sockets) ?? sockets) { Timeout = Timeout.InfiniteTimeSpan });
        return options;
    }
}
