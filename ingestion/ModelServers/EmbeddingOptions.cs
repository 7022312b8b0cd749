using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.ModelServers;

/// <summary>The embedding model of the dense leg (<c>Embedding:*</c>); the same for the job and the bot.</summary>
public sealed class EmbeddingOptions
{
    public const string Section = "Embedding";

    /// <summary>"none", "azure" or "openai". Default none: search by words alone.</summary>
    public ModelKind Kind { get; set; }

    /// <summary>As <see cref="ModelOptions.Endpoint"/>.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>As <see cref="ModelOptions.Key"/>.</summary>
    public string Key { get; set; } = "";

    /// <summary>The deployment or model; part of the index manifest.</summary>
    public string Name { get; set; } = "";

    /// <summary>Numbers in a vector; part of the index manifest. Needed with a kind.</summary>
    [Range(0, 10_000)]
    public int Size { get; set; }
}
