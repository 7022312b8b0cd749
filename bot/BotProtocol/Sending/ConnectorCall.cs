using System.Collections.Immutable;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>One call of the connector, which may take several attempts.</summary>
internal sealed record ConnectorCall
{
    public required HttpMethod Method { get; init; }

    /// <summary>Below the service url, with everything opaque escaped.</summary>
    public required string Path { get; init; }

    /// <summary>Proven, without a slash at its end.</summary>
    public required string ServiceUrl { get; init; }

    public required string TenantId { get; init; }

    /// <summary>What the channel counts by; of a conversation that is to be made, whom it is made for.</summary>
    public required string ConversationId { get; init; }

    /// <summary>JSON; empty: none.</summary>
    public ImmutableArray<byte> Body { get; init; } = [];

    /// <summary>Whether it asks who is in a conversation: the channel counts that apart.</summary>
    public bool Reads { get; init; }

    /// <summary>Attempts made at most; 1 for what is worth nothing later.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>A message may not be sent again when its answer is lost: it may have arrived. Replacing, removing and asking may.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post;
}
