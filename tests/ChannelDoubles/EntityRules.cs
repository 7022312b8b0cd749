using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>What Teams takes of the entities of a message: one root entity, its AI label, and citations within their limits.</summary>
internal static class EntityRules
{
    private const string Root = "https://schema.org/Message";
    private const int MostCitations = 20;
    private const int MostName = 80;
    private const int MostAbstract = 160;
    private const int MostKeywords = 3;
    private const int MostKeyword = 28;

    private static readonly string[] Icons =
    [
        "Microsoft Word", "Microsoft Excel", "Microsoft PowerPoint", "Microsoft OneNote", "Microsoft SharePoint", "Microsoft Visio", "Microsoft Loop",
        "Microsoft Whiteboard", "Adobe Illustrator", "Adobe Photoshop", "Adobe InDesign", "Adobe Flash", "Sketch", "Source Code", "Image", "GIF", "Video",
        "Sound", "ZIP", "Text", "PDF",
    ];

    public static string? Broken(JsonObject activity)
    {
        if (activity["entities"] is null)
            return null;
        if (activity["entities"] is not JsonArray entities || entities.Any(entity => entity is not JsonObject || string.IsNullOrEmpty((string?)entity["type"])))
            return "entities is an array of objects with a type.";
        var text = (string?)activity["text"] ?? "";
        var roots = entities.Where(entity => (string?)entity!["type"] == Root).ToList();
        if (roots.Count > 1)
            return "Multiple root message entities found in the bot activity";
        if (roots.Count == 1 && (string?)activity["type"] != "message")
            return "AI label and citations belong to messages.";
        if (entities.Any(entity => (string?)entity!["type"] == "mention" && !text.Contains((string?)entity["text"] ?? "\n", StringComparison.Ordinal)))
            return "The text of a mention stands in the text.";
        return roots.Select(root => Message(root!.AsObject(), text)).FirstOrDefault();
    }

    private static string? Message(JsonObject root, string text)
    {
        if ((string?)root["@type"] != "Message" || (string?)root["@context"] != "https://schema.org" || root["@id"] is not JsonValue)
            return "The root entity has @type, @context and @id.";
        if (root["additionalType"] is { } additional && additional is not JsonArray)
            return "additionalType is an array.";
        if (root["citation"] is not JsonArray citations)
            return root["citation"] is null ? null : "citation is an array.";
        if (citations.Count > MostCitations)
            return "More than 20 citations.";
        if (citations.Select(claim => (int?)claim?["position"]).Distinct().Count() < citations.Count)
            return "Positions of citations are unique.";
        return citations.Select(claim => Claim(claim as JsonObject, text)).FirstOrDefault(broken => broken is not null)
            ?? Labels(root, citations);
    }

    private static string? Claim(JsonObject? claim, string text)
    {
        if (claim is null || (string?)claim["@type"] != "Claim" || claim["position"] is not JsonValue position || !position.TryGetValue<int>(out var number) || number < 1)
            return "A citation is a Claim with a position from 1.";
        if (!text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{number}]"), StringComparison.Ordinal))
            return "A citation without its marker in the text is not shown.";
        if (claim["appearance"] is not JsonObject { Count: > 0 } appearance || (string?)appearance["@type"] != "DigitalDocument")
            return "Error while parsing citation entity";
        if ((string?)appearance["name"] is not { Length: > 0 and <= MostName })
            return "Error while parsing citation entity";
        if ((string?)appearance["abstract"] is not { Length: > 0 and <= MostAbstract })
            return "The abstract of a citation has 1 to 160 characters.";
        if (appearance["url"] is { } url && !(Uri.TryCreate((string?)url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            return "The url of a citation is absolute.";
        if (appearance["keywords"] is JsonArray keywords && (keywords.Count > MostKeywords || keywords.Any(word => ((string?)word)?.Length is null or 0 or > MostKeyword)))
            return "At most 3 keywords of 28 characters.";
        if (appearance["encodingFormat"] is { } format && (string?)format is not (AdaptiveCard or "text/plain"))
            return "encodingFormat is not supported.";
        return appearance["image"] is { } image && !Icons.Contains((string?)image["name"]) ? "The image of a citation is none that Teams has." : null;
    }

    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>A label of a citation is that of the message at least once, and one id has one name.</summary>
    private static string? Labels(JsonObject root, JsonArray citations)
    {
        var own = root["usageInfo"] as JsonObject;
        var others = citations.Select(claim => claim!["appearance"]!["usageInfo"]).OfType<JsonObject>().Where(label => label["@id"] is not null).ToList();
        if (others.Count > 0 && !others.Any(label => (string?)label["@id"] == (string?)own?["@id"]))
            return "A label of a citation is that of the message.";
        return others.Append(own).OfType<JsonObject>().Where(label => label["@id"] is not null).GroupBy(label => (string?)label["@id"])
            .Any(same => same.Select(label => ((string?)label["name"], (string?)label["description"])).Distinct().Count() > 1) ? "One label has two names." : null;
    }
}
