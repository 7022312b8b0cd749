using AgentHelpdesk.ModelDoubles;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.ModelServers.Tests;

/// <summary>The product's own client, as the hosts get it, before a server double.</summary>
internal static class Clients
{
    public const string Key = "sk-Secret-0123456789";

    public static IChatClient Of(ModelServerDouble server, Action<ModelOptions>? change = null, TimeProvider? time = null)
    {
        var options = new ModelOptions { Kind = ModelKind.OpenAI, Endpoint = server.Endpoint, Key = Key, Name = "petit", Retries = 0 };
        change?.Invoke(options);
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        return services.AddModelServers(options, new()).BuildServiceProvider().GetRequiredService<IChatClient>();
    }

    public static IEmbeddingGenerator<string, Embedding<float>> Vectors(EmbeddingServer server, Action<EmbeddingOptions>? change = null, TimeProvider? time = null)
    {
        var options = new EmbeddingOptions { Kind = ModelKind.OpenAI, Endpoint = server.Endpoint, Name = "modele", Size = 2 };
        change?.Invoke(options);
        return new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddModelServers(new(), options)
            .BuildServiceProvider().GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
    }

    public static async Task<string> StreamedAsync(this IChatClient client, string question, CancellationToken cancellationToken)
    {
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync(question, cancellationToken: cancellationToken))
            text += update.Text;
        return text;
    }
}
