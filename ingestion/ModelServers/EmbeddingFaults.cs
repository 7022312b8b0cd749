namespace AgentHelpdesk.ModelServers;

/// <summary>What a kind of embedding model needs beside it.</summary>
public static class EmbeddingFaults
{
    /// <summary>The settings that can't be used as they are, by the names of their properties; none without a kind.</summary>
    public static IEnumerable<string> Of(EmbeddingOptions options)
    {
        if (options.Kind is ModelKind.None)
            yield break;
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            yield return nameof(options.Endpoint);
        if (string.IsNullOrWhiteSpace(options.Name))
            yield return nameof(options.Name);
        if (options.Size < 1)
            yield return nameof(options.Size);
    }
}
