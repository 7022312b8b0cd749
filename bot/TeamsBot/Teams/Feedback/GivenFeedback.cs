using System.Text.Json;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>A thumb and what was written beside it, out of the forms that clients send it in. Untrusted.</summary>
/// <param name="Reaction">The thumb.</param>
/// <param name="Comment">As typed; may hold personal data, may be empty.</param>
internal sealed record GivenFeedback(Reaction Reaction, string Comment)
{
    /// <summary>The field of the channel's own form, and of ours.</summary>
    public const string Field = "feedbackText";

    private const string ActionName = "feedback";

    /// <summary>Null for anything that is no thumb.</summary>
    /// <param name="value">
    /// Of the invoke: <c>{actionName, actionValue: {reaction, feedback}}</c>; of live requests for a form the same inside <c>data</c>.
    /// </param>
    public static GivenFeedback? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } sent)
            return null;
        var action = Member(sent, "actionName") is null && Member(sent, "data") is { ValueKind: JsonValueKind.Object } data ? data : sent;
        if (Text(Member(action, "actionName")) != ActionName || Unwrapped(Member(action, "actionValue")) is not { } given)
            return null;
        return Text(Member(given, "reaction"))?.ToUpperInvariant() switch
        {
            "LIKE" => new(Reaction.Like, CommentOf(Member(given, "feedback"))),
            "DISLIKE" => new(Reaction.Dislike, CommentOf(Member(given, "feedback"))),
            _ => null,
        };
    }

    // Teams sends JSON in a string, Copilot Studio an object, the playground and older clients what was typed.
    private static string CommentOf(JsonElement? feedback) => feedback switch
    {
        { ValueKind: JsonValueKind.String } typed => Parsed(typed.GetString() ?? "") is { } fields ? TextOf(fields) : typed.GetString() ?? "",
        { ValueKind: JsonValueKind.Object } fields => TextOf(fields),
        _ => "",
    };

    // The form may be another's: then all that was typed into it.
    private static string TextOf(JsonElement fields) => Text(Member(fields, Field))
        ?? string.Join('\n', fields.EnumerateObject().Select(field => Text(field.Value)).Where(text => !string.IsNullOrWhiteSpace(text)));

    private static JsonElement? Unwrapped(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Object } plain => plain,
        { ValueKind: JsonValueKind.String } text => Parsed(text.GetString() ?? ""),
        _ => null,
    };

    /// <summary>Only objects count as JSON: "10" and "null" are what somebody typed.</summary>
    private static JsonElement? Parsed(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
            return null;
        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = 8 });
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
