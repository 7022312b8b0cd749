using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AgentHelpdesk.ModelServers;

/// <summary>The makers' own clients for the wire, without their retries.</summary>
internal static class WireClients
{
    public static IChatClient Chat(ModelOptions options) =>
        Client(options.Kind, options.Endpoint, options.Key).GetChatClient(options.Name).AsIChatClient();

    public static OpenAIClient Client(ModelKind kind, string endpoint, string key)
    {
        // Retries are made in one place, ours.
        var none = new ClientRetryPolicy(maxRetries: 0);
        if (kind is ModelKind.Azure)
        {
            var options = new AzureOpenAIClientOptions { RetryPolicy = none };
            return key.Length > 0
                ? new AzureOpenAIClient(new Uri(endpoint), new ApiKeyCredential(key), options)
                : new AzureOpenAIClient(new Uri(endpoint), new DefaultAzureCredential(), options);
        }

        return new OpenAIClient(new ApiKeyCredential(key.Length > 0 ? key : "none"), new OpenAIClientOptions { Endpoint = new Uri(endpoint), RetryPolicy = none });
    }
}
