using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.ModelServers;

public enum ModelKind
{
    /// <summary>No model: answers are the passages' own sentences.</summary>
    None,

    /// <summary>A deployment of Azure OpenAI.</summary>
    Azure,

    /// <summary>Any server that speaks the OpenAI wire: Albert, vLLM, Ollama, llama.cpp.</summary>
    OpenAI,
}

/// <summary>The chat model that writes answers, and how long it is waited for (<c>Model:*</c>).</summary>
public sealed class ModelOptions
{
    public const string Section = "Model";

    /// <summary>"none", "azure" or "openai". Default none.</summary>
    public ModelKind Kind { get; set; }

    /// <summary>The resource's address (azure: https://NAME.openai.azure.com) or the server's base address with its version (openai: http://127.0.0.1:8080/v1). Needed with a kind.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The key; empty: azure by Entra identity, openai without a key. Never said or logged.</summary>
    public string Key { get; set; } = "";

    /// <summary>The deployment (azure) or the model (openai). Needed with a kind.</summary>
    public string Name { get; set; } = "";

    /// <summary>Seconds one try may take in all. Default 60.</summary>
    [Range(1, 600)]
    public int AttemptSeconds { get; set; } = 60;

    /// <summary>Seconds without a single new word after which a try is given up. Default 20.</summary>
    [Range(1, 600)]
    public int StallSeconds { get; set; } = 20;

    /// <summary>Tries after the first one, on 408, 429, 5xx and a refused connection. Default 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>Calls under way at once; more wait. Default 8.</summary>
    [Range(1, 1000)]
    public int Concurrent { get; set; } = 8;
}
