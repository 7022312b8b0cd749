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

    /// <summary>The deployment or model that passages are embedded with; part of the index manifest.</summary>
    public string Name { get; set; } = "";

    /// <summary>Numbers in a vector; part of the index manifest. Needed with a kind.</summary>
    [Range(0, 10_000)]
    public int Size { get; set; }

    /// <summary>Asks the server for vectors of that size; many servers refuse that. Default false: the size is only checked.</summary>
    public bool AskForSize { get; set; }

    /// <summary>The model that questions are embedded with, where the server takes another name for them. Default empty: the same.</summary>
    public string QuestionName { get; set; } = "";

    /// <summary>What the model wants before a question, such as "query: " with its space. Default empty.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>What the model wants before a passage, such as "passage: " with its space; part of the index manifest. Default empty.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>Seconds one try may take. Default 30.</summary>
    [Range(1, 600)]
    public int AttemptSeconds { get; set; } = 30;

    /// <summary>Tries after the first one, on 408, 429, 5xx and a server that is not reached. Default 3.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>Calls under way at once; more wait. Default 4.</summary>
    [Range(1, 1000)]
    public int Concurrent { get; set; } = 4;

    internal EmbeddingOptions WithoutRetries()
    {
        var copy = (EmbeddingOptions)MemberwiseClone();
        copy.Retries = 0;
        return copy;
    }
}
