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

    /// <summary>Seconds without a single new word after which a try is given up. Default 15, below what a turn may take: the first word counts too.</summary>
    [Range(1, 600)]
    public int StallSeconds { get; set; } = 15;

    /// <summary>Tries after the first one, on 408, 429, 5xx and a refused connection. Default 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>The longest pause that a server may ask for (Retry-After); one that asks for more is not tried again. Default 10 seconds.</summary>
    [Range(0, 600)]
    public int RetryAfterSeconds { get; set; } = 10;

    /// <summary>Calls under way at once; more wait. Default 8.</summary>
    [Range(1, 1000)]
    public int Concurrent { get; set; } = 8;

    /// <summary>Seconds a call waits for its turn among <see cref="Concurrent"/>; then it is refused as too many at once. Default 5.</summary>
    [Range(0, 600)]
    public int WaitSeconds { get; set; } = 5;

    /// <summary>Failures within a minute, and half of the tries, after which the server is left alone. Default 5.</summary>
    [Range(2, 1000)]
    public int BreakerFailures { get; set; } = 5;

    /// <summary>Seconds the server is left alone; then one try tells whether it is back. Default 30.</summary>
    [Range(1, 3600)]
    public int BreakerSeconds { get; set; } = 30;

    /// <summary>Characters of an answer; a longer one is given up as unreadable. Default 100,000.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxAnswerCharacters { get; set; } = 100_000;

    internal ModelOptions WithoutRetries()
    {
        var copy = (ModelOptions)MemberwiseClone();
        copy.Retries = 0;
        return copy;
    }
}
