namespace AgentHelpdesk.ModelServers.Checking;

/// <summary>What became of one try of a configured model.</summary>
public sealed record ServerCheck
{
    public required ModelKind Kind { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>The name in the settings.</summary>
    public required string ConfiguredName { get; init; }

    /// <summary>The name the server gives itself; some answer under any name. Empty: it gives none.</summary>
    public string ReportedName { get; init; } = "";

    /// <summary>Null: it went well.</summary>
    public ServerCheckFailure? Failure { get; init; }

    /// <summary>The server's or the client's own words about the failure; no key is among them.</summary>
    public string Detail { get; init; } = "";

    public TimeSpan Elapsed { get; init; }

    /// <summary>Chat: whether the answer has the form that was asked for by schema alone; null: an embedding, or a failure.</summary>
    public bool? HonoursSchema { get; init; }

    /// <summary>Null: the server does not say.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Null: the server does not say.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Embeddings: numbers of the vector that came.</summary>
    public int? VectorSize { get; init; }

    /// <summary>Embeddings: numbers in the settings.</summary>
    public int? ConfiguredSize { get; init; }

    public bool Succeeded => Failure is null;

    /// <summary>A compatible server answers under another name than the one asked for: another model may be loaded.</summary>
    public bool IsNamedOtherwise => Kind is ModelKind.OpenAI && ReportedName.Length > 0 && !string.Equals(ReportedName, ConfiguredName, StringComparison.OrdinalIgnoreCase);
}

public enum ServerCheckFailure
{
    /// <summary>No connection: address, port, name, certificate.</summary>
    NotReached,

    /// <summary>401 or 403.</summary>
    KeyRefused,

    /// <summary>404: the path, the deployment or the model.</summary>
    NotFound,

    /// <summary>Even a tiny prompt is longer than the model's context.</summary>
    TooLong,

    /// <summary>429.</summary>
    Busy,

    /// <summary>5xx: starting, overloaded or broken.</summary>
    Failing,

    /// <summary>Any other refusal.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>Cut, of another form, or vectors of another size.</summary>
    Unreadable,

    /// <summary>The filter of the server took a harmless prompt.</summary>
    Filtered,
}
