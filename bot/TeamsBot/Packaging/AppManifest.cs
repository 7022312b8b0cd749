using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.TeamsBot.Packaging;

/// <summary>
/// Fills the templates of infra/teams with an installation's own words. They are JSON on both sides: what is filled in is a value and can't
/// become part of the form.
/// </summary>
internal static class AppManifest
{
    /// <summary>Teams takes ten commands a list; four are the bot's own.</summary>
    public const int MostStarters = 6;

    /// <summary>In the templates alone: questions to begin with, which an installation may replace.</summary>
    private const string StarterMark = "isStarter";

    // For people who unpack it: letters with accents as they are.
    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>"manifest.json": the app, in French.</summary>
    public static string Of(AppPackageOrder order) => Template("manifest.json", order).ToJsonString(Writing) + "\n";

    /// <summary>"en.json": the sentences of the manifest in English, each under the place it stands at there.</summary>
    public static string EnglishOf(AppPackageOrder order)
    {
        var sentences = new JsonObject { ["$schema"] = "https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.Localization.schema.json" };
        Lay(Template("en.json", order), "", sentences);
        return sentences.ToJsonString(Writing) + "\n";
    }

    private static JsonNode Template(string template, AppPackageOrder order)
    {
        var root = JsonNode.Parse(PackageParts.Read(template)) ?? throw new InvalidOperationException($"The template {template} is empty.");
        if (root["bots"]?[0]?["commandLists"]?[0]?["commands"] is not JsonArray commands)
            throw new InvalidOperationException($"The template {template} has no commands for personal chats.");
        SetStarters(commands, order);
        Fill(root, order);
        return root;
    }

    private static void SetStarters(JsonArray commands, AppPackageOrder order)
    {
        var starters = commands.OfType<JsonObject>().Where(command => command.ContainsKey(StarterMark)).ToList();
        if (order.Starters.IsEmpty)
        {
            starters.ForEach(starter => starter.Remove(StarterMark));
            return;
        }

        // What is said of the template's questions fits no other: the question says what it is.
        starters.ForEach(starter => commands.Remove(starter));
        for (var i = 0; i < order.Starters.Length; i++)
            commands.Insert(i, new JsonObject { ["title"] = order.Starters[i].Trim(), ["description"] = order.Starters[i].Trim() });
    }

    private static void Fill(JsonNode node, AppPackageOrder order)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members.ToList())
                {
                    if (member is JsonValue value && value.TryGetValue<string>(out var text))
                        members[name] = Filled(text, order);
                    else if (member is not null)
                        Fill(member, order);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue value && value.TryGetValue<string>(out var text))
                        items[i] = Filled(text, order);
                    else if (items[i] is { } item)
                        Fill(item, order);
                }

                break;
        }
    }

    // One pass a text: a name that looks like a place to fill in stays a name.
    private static string Filled(string text, AppPackageOrder order)
    {
        var start = text.IndexOf("${", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('}', start);
        return end < 0 ? text : text[..start] + ValueOf(text[(start + 2)..end], order) + text[(end + 1)..];
    }

    private static string ValueOf(string place, AppPackageOrder order) => place switch
    {
        "appId" => order.AppId.ToString(),
        "host" => order.Address.Host,
        "version" => order.Version,
        "name" => order.Name.Trim(),
        "organization" => order.Organization.Trim(),
        "website" => order.Website,
        "privacy" => order.Privacy,
        "terms" => order.Terms,
        _ => throw new InvalidOperationException($"The template asks for '{place}', which nobody gives."),
    };

    // "bots[0].commandLists[0].commands[2].title": how a file of translations names a sentence.
    private static void Lay(JsonNode node, string path, JsonObject sentences)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    if (member is not null)
                        Lay(member, path.Length > 0 ? $"{path}.{name}" : name, sentences);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is { } item)
                        Lay(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), sentences);
                }

                break;
            default:
                sentences[path] = node.DeepClone();
                break;
        }
    }
}
