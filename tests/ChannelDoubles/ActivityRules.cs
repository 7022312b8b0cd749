using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>What Teams takes of an activity that a bot sends, streams aside.</summary>
internal static class ActivityRules
{
    /// <summary>Of the whole, at two bytes a character.</summary>
    private const int MostBytes = 100 * 1024;

    private const int MostSuggestions = 3;
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whatever the sender escaped is counted as the letter that it stands for.</summary>
    public static bool IsTooLarge(JsonObject activity, string body) => 2 * body.Length > MostBytes && 2 * activity.ToJsonString(Unescaped).Length > MostBytes;

    /// <param name="activity">As it came.</param>
    /// <param name="conversation">That of the address; null: the activity begins one.</param>
    /// <returns>The rule that is broken; null: none.</returns>
    public static string? Broken(JsonObject activity, string? conversation) =>
        Addresses(activity, conversation) ?? Content(activity) ?? Attachments(activity) ?? Suggestions(activity) ?? Feedback(activity)
            ?? EntityRules.Broken(activity) ?? (HasNull(activity) ? "A null breaks the parsing of entities and cards: leave the member out." : null);

    private static string? Addresses(JsonObject activity, string? conversation)
    {
        if (activity.ContainsKey("id") || activity.ContainsKey("timestamp"))
            return "id and timestamp are given by the channel.";
        if (conversation is null)
            return null;
        if ((string?)activity["conversation"]?["id"] is { } id && id != conversation)
            return "The conversation of the body is not that of the address.";
        return string.IsNullOrEmpty((string?)activity["from"]?["id"]) ? "from.id is required." : null;
    }

    private static string? Content(JsonObject activity)
    {
        var text = (string?)activity["text"];
        return (string?)activity["type"] switch
        {
            "typing" => activity["attachments"] is null && activity["suggestedActions"] is null && activity["channelData"]?["feedbackLoop"] is null
                ? null : "Cards, suggestions and feedback belong to messages.",
            "message" when (string?)activity["textFormat"] is not (null or "plain" or "markdown" or "xml") => "textFormat is unknown.",
            "message" => string.IsNullOrWhiteSpace(text) && activity["attachments"] is not JsonArray { Count: > 0 } ? "A message says something." : null,
            _ => "A bot sends messages and typing.",
        };
    }

    private static string? Attachments(JsonObject activity)
    {
        foreach (var attachment in activity["attachments"] as JsonArray ?? [])
        {
            if (string.IsNullOrEmpty((string?)attachment?["contentType"]))
                return "An attachment has a contentType.";
            if ((string?)attachment["contentType"] != AdaptiveCard)
                continue;
            if (attachment["content"] is not JsonObject card || (string?)card["type"] != "AdaptiveCard")
                return "The content of a card is one of type AdaptiveCard.";
            if (!Version.TryParse((string?)card["version"], out var version) || version > new Version(1, 5))
                return "Teams shows cards up to version 1.5.";
        }

        return null;
    }

    private static string? Suggestions(JsonObject activity)
    {
        if (activity["suggestedActions"] is not JsonObject suggested)
            return null;
        if (activity["attachments"] is JsonArray { Count: > 0 })
            return "Suggestions beside an attachment are not shown.";
        if ((string?)activity["conversation"]?["conversationType"] is not (null or "personal"))
            return "Suggestions are shown in personal chats only.";
        if (suggested["to"] is not JsonArray || suggested["actions"] is not JsonArray { Count: > 0 } actions)
            return "Suggestions have 'to' and 'actions'.";
        if (actions.Count > MostSuggestions)
            return "More than three suggestions are not shown.";
        return actions.All(action => (string?)action?["type"] is "imBack" or "Action.Compose" or "Action.Submit" && !string.IsNullOrEmpty((string?)action["title"]) && action["value"] is not null)
            ? null : "A suggestion has a type, a title and a value.";
    }

    private static string? Feedback(JsonObject activity)
    {
        if (activity["channelData"] is not JsonObject fields)
            return null;
        if (fields["feedbackLoop"] is JsonObject loop && (string?)loop["type"] is not ("default" or "custom"))
            return "feedbackLoop is 'default' or 'custom'.";
        return fields["feedbackLoop"] is not null && fields["feedbackLoopEnabled"] is JsonValue enabled && !(bool)enabled
            ? "feedbackLoop and feedbackLoopEnabled contradict each other." : null;
    }

    private static bool HasNull(JsonNode? node) => node switch
    {
        null => true,
        JsonObject members => members.Any(member => HasNull(member.Value)),
        JsonArray items => items.Any(HasNull),
        _ => false,
    };
}
