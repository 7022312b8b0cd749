using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>Where the replies to an activity go. Names people and their chat: kept apart from what they asked, and only until they are answered.</summary>
public sealed record ReplyAddress
{
    public required string ChannelId { get; init; }

    /// <summary>Proven by the token of the activity, without a slash at its end.</summary>
    public required string ServiceUrl { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>One of <see cref="Activities.ConversationType"/>; empty where the channel doesn't say it.</summary>
    public required string ConversationType { get; init; }

    public required string TenantId { get; init; }

    public required string BotId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The activity replied to.</summary>
    public required string ActivityId { get; init; }

    public string? Locale { get; init; }

    public bool IsPersonal => ConversationType == Activities.ConversationType.Personal;

    /// <summary>Null when the activity doesn't say where it comes from.</summary>
    public static ReplyAddress? Of(Activity activity) =>
        activity is { ServiceUrl.Length: > 0, Conversation.Id.Length: > 0, Recipient.Id.Length: > 0, From.Id.Length: > 0 }
            ? new()
            {
                ChannelId = activity.ChannelId ?? "",
                ServiceUrl = activity.ServiceUrl.TrimEnd('/'),
                ConversationId = activity.Conversation.Id,
                ConversationType = activity.Conversation.Type ?? "",
                TenantId = activity.ChannelData?.Tenant?.Id ?? activity.Conversation.TenantId ?? "",
                BotId = activity.Recipient.Id,
                UserId = activity.From.Id,
                ActivityId = activity.Id ?? "",
                Locale = activity.Locale,
            }
            : null;
}
