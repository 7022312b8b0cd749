using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentHelpdesk.ModelServers;

public static class ModelServerServices
{
    /// <summary>
    /// The chat model and the embedding model that are configured; none of kind <see cref="ModelKind.None"/>. What fails leaves as an exception
    /// of .NET's own: <see cref="HttpRequestException"/> with the server's status (413: the prompt is longer than the model's context; none: not
    /// reached), <see cref="TimeoutException"/>, <see cref="InvalidDataException"/> for an answer that can't be read or was cut.
    /// </summary>
    public static IServiceCollection AddModelServers(this IServiceCollection services, ModelOptions model, EmbeddingOptions embedding)
    {
        if (model.Kind is not ModelKind.None)
            services.TryAddSingleton<IChatClient>(_ => WireClients.Chat(model));
        if (embedding.Kind is not ModelKind.None)
            services.TryAddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => new WireEmbeddings(embedding, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }
}
