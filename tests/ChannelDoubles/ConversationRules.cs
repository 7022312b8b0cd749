using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>What Teams takes when a bot begins a conversation.</summary>
internal static class ConversationRules
{
    /// <returns>The rule that is broken; null: none.</returns>
    public static string? Broken(JsonObject wanted)
    {
        if (wanted["isGroup"] is not JsonValue group || !group.TryGetValue<bool>(out var isGroup))
            return "isGroup is required.";
        if (string.IsNullOrEmpty((string?)wanted["tenantId"]))
            return "tenantId is required.";
        if (!isGroup)
        {
            return wanted["members"] is JsonArray { Count: 1 } members && ((string?)members[0]?["id"])?.StartsWith("29:", StringComparison.Ordinal) == true
                ? null : "A chat is with exactly one member, by the id that the channel gave (29:…).";
        }

        if (wanted["channelData"]?["channel"]?["id"] is null)
            return "Creating group chats is not supported.";
        return wanted["activity"] is JsonObject activity ? ActivityRules.Broken(activity, null) : "A thread begins with an activity.";
    }
}
