using AgentHelpdesk.ModelServers.Calls;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentHelpdesk.ModelServers;

public static class ModelServerServices
{
    /// <summary>Of traces and metrics (gen_ai.*: durations, tokens); no text of question or answer, nor what a server says, is among them.</summary>
    public const string TelemetrySource = "AgentHelpdesk.ModelServers";

    /// <summary>
    /// The chat model and the embedding model that are configured; none of kind <see cref="ModelKind.None"/>. What fails leaves as an exception
    /// of .NET's own: <see cref="HttpRequestException"/> with the server's status (413: the prompt is longer than the model's context; none: not
    /// reached), <see cref="TimeoutException"/>, <see cref="InvalidDataException"/> for an answer that can't be read or was cut.
    /// </summary>
    public static IServiceCollection AddModelServers(this IServiceCollection services, ModelOptions model, EmbeddingOptions embedding)
    {
        services.TryAddSingleton(TimeProvider.System);
        if (model.Kind is not ModelKind.None)
            services.TryAddSingleton(provider => Chat(model, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILoggerFactory>()));
        if (embedding.Kind is not ModelKind.None)
            services.TryAddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => new WireEmbeddings(embedding, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    internal static IChatClient Chat(ModelOptions options, TimeProvider time, ILoggerFactory? loggers)
    {
        var limits = CallLimits.Of(options);
        var calls = new ModelCalls(limits, time, loggers?.CreateLogger(TelemetrySource) ?? NullLogger.Instance);
        return new ResilientChatClient(WireClients.Chat(options, time), calls, limits, options.MaxAnswerCharacters, time)
            .AsBuilder()
            .Use(RestatingChatClient.WithWords)
            // Without its log, which repeats what servers say; ours names status and kind of failure.
            .UseOpenTelemetry(loggerFactory: null, TelemetrySource, client => client.EnableSensitiveData = false)
            .Use(RestatingChatClient.WithoutWords)
            .Build();
    }
}
