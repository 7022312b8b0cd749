namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>How long and how often a server is called; the same for each kind of model.</summary>
internal sealed record CallLimits
{
    /// <summary>In logs and messages: "Model" or "Embedding".</summary>
    public required string Name { get; init; }

    public required TimeSpan Attempt { get; init; }

    public required TimeSpan Stall { get; init; }

    public required int Retries { get; init; }

    public required TimeSpan MaxRetryAfter { get; init; }

    public required int Concurrent { get; init; }

    public required TimeSpan Wait { get; init; }

    public required int BreakerFailures { get; init; }

    public required TimeSpan Break { get; init; }

    public static CallLimits Of(ModelOptions options) => new()
    {
        Name = ModelOptions.Section,
        Attempt = TimeSpan.FromSeconds(options.AttemptSeconds),
        Stall = TimeSpan.FromSeconds(options.StallSeconds),
        Retries = options.Retries,
        MaxRetryAfter = TimeSpan.FromSeconds(options.RetryAfterSeconds),
        Concurrent = options.Concurrent,
        Wait = TimeSpan.FromSeconds(options.WaitSeconds),
        BreakerFailures = options.BreakerFailures,
        Break = TimeSpan.FromSeconds(options.BreakerSeconds),
    };
}
