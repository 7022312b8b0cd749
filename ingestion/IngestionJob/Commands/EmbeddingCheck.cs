using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.ModelServers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary>Tries the configured embedding model and says what it saw: servers answer to any name, so the one they give themselves is shown.</summary>
internal static class EmbeddingCheck
{
    // Any rule would do.
    private const string Text = "Le plafond de ressources est fixé par décret.";

    public static async Task<CheckFinding> TryAsync(Messages messages, EmbeddingOptions options, CancellationToken cancellationToken)
    {
        if (options.Kind is ModelKind.None)
            return new(CheckLevel.Ok, EmbeddingOptions.Section, messages.Sentence("CheckNoEmbedding"));

        // Whoever checks wants to know how it is now.
        options.Retries = 0;
        await using var services = new ServiceCollection().AddModelServers(new(), options).BuildServiceProvider();
        var generator = services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        try
        {
            var start = TimeProvider.System.GetTimestamp();
            var passage = (await generator.GenerateAsync([Text], EmbeddingInput.ForPassage(), cancellationToken))[0];
            var took = TimeProvider.System.GetElapsedTime(start);
            if (options.QuestionName.Length > 0)
                await generator.GenerateAsync([Text], EmbeddingInput.ForQuestion(), cancellationToken);
            var name = passage.ModelId is { Length: > 0 } reported ? reported : messages.Sentence("CheckUnnamed");
            return new(CheckLevel.Ok, EmbeddingOptions.Section, messages.Fill("CheckEmbedding", name, passage.Vector.Length, took.TotalMilliseconds));
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or InvalidDataException)
        {
            return new(CheckLevel.Error, EmbeddingOptions.Section, messages.Fill("CheckEmbeddingFailed", exception.Message));
        }
    }
}
