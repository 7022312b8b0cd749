using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.ModelServers;
using AgentHelpdesk.ModelServers.Checking;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary>Tries the configured embedding model and says what it saw: servers answer to any name, so the one they give themselves is shown.</summary>
internal static class EmbeddingCheck
{
    public static async Task<CheckFinding> TryAsync(Messages messages, EmbeddingOptions options, CancellationToken cancellationToken)
    {
        if (options.Kind is ModelKind.None)
            return new(CheckLevel.Ok, EmbeddingOptions.Section, messages.Sentence("CheckNoEmbedding"));
        var check = await TryModelServers.EmbeddingAsync(options, TimeProvider.System, cancellationToken);
        if (!check.Succeeded)
            return new(CheckLevel.Error, EmbeddingOptions.Section, messages.Fill("CheckEmbeddingFailed", check.Detail));
        var name = check.ReportedName.Length > 0 ? check.ReportedName : messages.Sentence("CheckUnnamed");
        return new(CheckLevel.Ok, EmbeddingOptions.Section, messages.Fill("CheckEmbedding", name, check.VectorSize, check.Elapsed.TotalMilliseconds));
    }
}
