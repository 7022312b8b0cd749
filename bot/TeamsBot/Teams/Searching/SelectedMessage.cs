using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>The words of the message that a search was started from: without markup, without those who wrote it or are named in it. Untrusted.</summary>
internal static partial class SelectedMessage
{
    /// <summary>Read before markup and personal data are taken out.</summary>
    private const int MostRead = 20_000;

    /// <summary>A question is not longer; what follows would only hide what was meant.</summary>
    private const int MostCharacters = 300;

    /// <summary>Empty when there is nothing to read.</summary>
    public static string Read(Activity activity, PersonalDataMask mask)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || Member(value, "messagePayload") is not { } payload || Member(payload, "body") is not { } body)
            return "";
        var content = Text(body, "content") ?? "";
        var text = content.Length > MostRead ? content[..MostRead] : content;
        if (Text(body, "contentType") != "text")
            text = Tag().Replace(LineBreak().Replace(Mention().Replace(text, PersonalDataMask.Name), "\n"), " ");
        text = Spaces().Replace(WebUtility.HtmlDecode(text), " ").Trim();
        var written = KnownNames.Mask(text, activity with { Entities = [.. activity.Entities ?? [], .. Names(payload)] }, mask);
        return Printable.Shorten(Printable.Line(written).Trim(), MostCharacters);
    }

    // Named as if mentioned: the author, and whoever is mentioned.
    private static IEnumerable<Entity> Names(JsonElement payload)
    {
        var people = new List<JsonElement?> { Member(payload, "from") };
        if (payload.TryGetProperty("mentions", out var mentions) && mentions.ValueKind == JsonValueKind.Array)
            people.AddRange(mentions.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(one => Member(one, "mentioned")));
        return people.Select(person => person is { } known && Member(known, "user") is { } user ? Text(user, "displayName") : null)
            .OfType<string>().Select(name => new Entity.Mention(new() { Name = name }, null));
    }

    private static JsonElement? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    [GeneratedRegex("<at\\b[^<>]{0,200}>[^<>]{0,200}</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"<(?:br\s{0,9}/?|/p|/div|/li)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^<>]{1,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
