using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>What was typed to the bot, as a question: without its own mention, without markup, personal data masked, no longer than is read.</summary>
internal static partial class TypedText
{
    /// <summary>Far more than a question may have, so that what is too long can be said to be so.</summary>
    private const int MostCharacters = 8_000;

    public static string Of(Activity activity, PersonalDataMask mask)
    {
        var text = string.IsNullOrWhiteSpace(activity.Text) ? Pressed(activity.Value) : activity.Text;
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        foreach (var mention in (activity.Entities ?? []).OfType<Entity.Mention>())
        {
            // By id, never by name: a person may be called like the bot. Who else is named in a question stays a name, masked.
            if (mention is { Text.Length: > 0, Mentioned.Id.Length: > 0 })
                text = Once(text, mention.Text, mention.Mentioned.Id == activity.Recipient?.Id ? " " : $" {PersonalDataMask.Name} ");
        }

        if (activity.TextFormat is "xml" or "html")
            text = Tag().Replace(LineBreak().Replace(text, "\n"), " ");
        return KnownNames.Mask(Spaces().Replace(WebUtility.HtmlDecode(text), " ").Trim(), activity, mask).Trim();
    }

    // The question on a button of a card of this bot; it comes back through people's hands, so it is read like anything typed.
    private static string Pressed(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty(Suggested.QuestionField, out var question) && question.ValueKind == JsonValueKind.String
            ? question.GetString() ?? "" : "";

    private static string Once(string text, string mention, string instead)
    {
        var at = text.IndexOf(mention, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + mention.Length));
    }

    [GeneratedRegex(@"<(?:br\s*/?|/p|/div|/li)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^<>]{1,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[^\S\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
