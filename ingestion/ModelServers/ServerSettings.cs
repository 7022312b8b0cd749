namespace AgentHelpdesk.ModelServers;

/// <summary>What is wrong with a setting of a model server.</summary>
public enum ServerSettingFault
{
    /// <summary>Empty, while the kind needs it.</summary>
    Missing,

    /// <summary>No absolute http or https address.</summary>
    NotAddress,

    /// <summary>An address with a query, a fragment or a user: a key may stand in it.</summary>
    AddressWithMore,

    /// <summary>The address of one call (…/chat/completions), not the base of all.</summary>
    AddressOfCall,

    /// <summary>Azure over http: only for a stand-in on this machine, by key.</summary>
    NeedsHttps,

    /// <summary>An Entra token is never sent over http.</summary>
    EntraNeedsHttps,

    /// <summary>A key that can't be sent in a header: line breaks, blanks, characters beyond ASCII.</summary>
    KeyUnsendable,

    /// <summary>A name with control characters.</summary>
    NameUnsendable,

    /// <summary>Silence is allowed for longer than the whole try.</summary>
    BeyondAttempt,

    /// <summary>A warning: a compatible server's address without path; nearly all want /v1.</summary>
    AddressWithoutVersion,
}

/// <param name="Key">The full key.</param>
/// <param name="Value">As given; empty where it may hold a secret.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record ServerSettingProblem(string Key, string Value, ServerSettingFault Fault)
{
    /// <summary>The host starts all the same.</summary>
    public bool IsWarning => Fault is ServerSettingFault.AddressWithoutVersion;
}

/// <summary>Whether the settings of a model server can be used and go together. The key's value is never among what is returned.</summary>
public static class ServerSettings
{
    public static IEnumerable<ServerSettingProblem> Check(ModelOptions options)
    {
        foreach (var problem in Server(ModelOptions.Section, options.Kind, options.Endpoint, options.Key, options.Name))
            yield return problem;
        if (options.StallSeconds > options.AttemptSeconds)
            yield return new($"{ModelOptions.Section}:{nameof(options.StallSeconds)}", $"{options.StallSeconds}", ServerSettingFault.BeyondAttempt);
    }

    public static IEnumerable<ServerSettingProblem> Check(EmbeddingOptions options)
    {
        foreach (var problem in Server(EmbeddingOptions.Section, options.Kind, options.Endpoint, options.Key, options.Name))
            yield return problem;
        if (options.Kind is not ModelKind.None && options.Size == 0)
            yield return new($"{EmbeddingOptions.Section}:{nameof(options.Size)}", "", ServerSettingFault.Missing);
    }

    private static IEnumerable<ServerSettingProblem> Server(string section, ModelKind kind, string endpoint, string key, string name)
    {
        if (kind is ModelKind.None)
            yield break;
        if (Endpoint(kind, endpoint, key.Length > 0) is { } fault)
            yield return new($"{section}:{nameof(ModelOptions.Endpoint)}", fault is ServerSettingFault.AddressWithMore ? "" : endpoint, fault);
        if (!key.All(character => character is > ' ' and < '\x7f'))
            yield return new($"{section}:{nameof(ModelOptions.Key)}", "", ServerSettingFault.KeyUnsendable);
        if (string.IsNullOrWhiteSpace(name))
            yield return new($"{section}:{nameof(ModelOptions.Name)}", "", ServerSettingFault.Missing);
        else if (name.Any(char.IsControl))
            yield return new($"{section}:{nameof(ModelOptions.Name)}", "", ServerSettingFault.NameUnsendable);
    }

    private static ServerSettingFault? Endpoint(ModelKind kind, string endpoint, bool hasKey)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
            return ServerSettingFault.Missing;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return endpoint.Contains('@', StringComparison.Ordinal) ? ServerSettingFault.AddressWithMore : ServerSettingFault.NotAddress;
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            return ServerSettingFault.AddressWithMore;
        if (address.AbsolutePath.TrimEnd('/') is var path && (path.EndsWith("/completions", StringComparison.Ordinal) || path.EndsWith("/embeddings", StringComparison.Ordinal)))
            return ServerSettingFault.AddressOfCall;
        if (kind is ModelKind.Azure && address.Scheme is "http")
            return !hasKey ? ServerSettingFault.EntraNeedsHttps : address.IsLoopback ? null : ServerSettingFault.NeedsHttps;
        return kind is ModelKind.OpenAI && path.Length == 0 ? ServerSettingFault.AddressWithoutVersion : null;
    }
}
