using System.Text.Json.Serialization;

namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>A chat, a group or a thread of a channel.</summary>
public sealed record ConversationAccount
{
    /// <summary>Opaque; of a thread with its ";messageid=…", which keeps replies in it.</summary>
    public string? Id { get; init; }

    /// <summary>One of <see cref="ConversationType"/>.</summary>
    [JsonPropertyName("conversationType")]
    public string? Type { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}

/// <summary>The kinds of conversation in Teams.</summary>
public static class ConversationType
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}
