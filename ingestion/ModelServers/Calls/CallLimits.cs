namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>How long and how often a server is called; the same for each kind of model.</summary>
internal sealed record CallLimits
{
    /// <summary>Between two tries, where no setting says less.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

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

    public static CallLimits Of(EmbeddingOptions options)
    {
        var attempt = TimeSpan.FromSeconds(options.AttemptSeconds);
        return new()
        {
            Name = EmbeddingOptions.Section,
            Attempt = attempt,
            Stall = Timeout.InfiniteTimeSpan,
            Retries = options.Retries,
            MaxRetryAfter = LongestPause,
            Concurrent = options.Concurrent,
            // As long as those before it may take: a run embeds one batch after the other and gives none up.
            Wait = (attempt + LongestPause) * (options.Retries + 1),
            // One call that fails to its last try opens no circuit yet.
            BreakerFailures = Math.Max(5, options.Retries + 2),
            Break = TimeSpan.FromSeconds(15),
        };
    }
}
