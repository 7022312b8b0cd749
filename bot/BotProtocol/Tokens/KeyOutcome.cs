using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>What is known of the key that a token names.</summary>
internal abstract record KeyOutcome
{
    private KeyOutcome() { }

    public sealed record Found(SigningKey Key) : KeyOutcome;

    /// <summary>The metadata document is up to date and names no such key.</summary>
    public sealed record NoSuchKey : KeyOutcome;

    /// <summary>The document can't be had, and what was known of it is too old to go by.</summary>
    public sealed record Unavailable : KeyOutcome;
}

/// <param name="Key">An RSA key for signatures.</param>
/// <param name="Endorsements">The channels that it may speak for; empty: none.</param>
internal sealed record SigningKey(JsonWebKey Key, FrozenSet<string> Endorsements);
