using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>What is said about an activity beside its text; told apart by its type.</summary>
[JsonConverter(typeof(EntityConverter))]
public abstract record Entity
{
    private Entity() { }

    /// <summary>Somebody was named in the text.</summary>
    /// <param name="Mentioned">Who.</param>
    /// <param name="Text">The characters of the text: "&lt;at&gt;Bot&lt;/at&gt;".</param>
    public sealed record Mention(ChannelAccount? Mentioned, string? Text) : Entity;

    /// <summary>A message that is being made; of the final one without a sequence.</summary>
    /// <param name="StreamType">"informative", "streaming" or "final".</param>
    /// <param name="StreamId">Null in the first request only.</param>
    /// <param name="StreamSequence">From 1; null in the last request only.</param>
    public sealed record StreamState(string StreamType, string? StreamId, int? StreamSequence) : Entity;

    /// <summary>The one root entity of a message to people: AI label and citations. A second one makes Teams refuse the message.</summary>
    /// <param name="Citations">At most twenty, only those whose [n] stands in the text.</param>
    public sealed record AiMessage(ImmutableArray<CitedSource> Citations) : Entity;

    /// <summary>Any other, as it came.</summary>
    public sealed record Other(JsonElement Json) : Entity;
}

/// <summary>What [n] in the text of a message leads to.</summary>
/// <param name="Position">n.</param>
/// <param name="Name">At most <see cref="MaxName"/> characters, never empty.</param>
/// <param name="Abstract">At most <see cref="MaxAbstract"/> characters, never empty.</param>
/// <param name="Url">Absolute; null: there is no address that the reader can open.</param>
public sealed record CitedSource(int Position, string Name, string Abstract, string? Url)
{
    public const int MaxName = 80;

    public const int MaxAbstract = 160;

    /// <summary>Of a message.</summary>
    public const int MaxCount = 20;
}
