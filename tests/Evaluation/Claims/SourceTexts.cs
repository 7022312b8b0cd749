using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>The texts that are lied about: the samples always, a corpus beside them where one is named.</summary>
internal static partial class SourceTexts
{
    private const int LongestPassage = 1_400;

    public static ImmutableArray<string> Read(string? corpus)
    {
        var texts = Directory.GetFiles(RepositoryRoot.Combine("tests", "Samples", "texts"), "*.html").Order(StringComparer.Ordinal).Select(Html).ToList();
        if (corpus is not null)
        {
            foreach (var folder in new[] { "truth", "text" }.Select(name => Path.Combine(corpus, name)).Where(Directory.Exists))
                texts.AddRange(Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Json));
        }

        // Beside an order to a machine no claim stands, faithful or not: nothing to measure here.
        return [.. texts.SelectMany(Passages).Where(passage => !MachineOrders.StandIn(passage))];
    }

    private static string Html(string path) =>
        WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(Head().Replace(File.ReadAllText(path), ""), "\n"), ""));

    /// <summary>Every "text" of the file, whatever its form.</summary>
    private static string Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var lines = new List<string>();
        Collect(document.RootElement, lines);
        return string.Join('\n', lines);
    }

    private static void Collect(JsonElement element, List<string> lines)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, lines);
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.String && member.Name is "text")
                    lines.Add(member.Value.GetString() ?? "");
                else
                    Collect(member.Value, lines);
            }
        }
    }

    private static IEnumerable<string> Passages(string text)
    {
        var passage = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 20 && line.Any(char.IsLower)))
        {
            if (passage.Length > 0 && passage.Length + line.Length > LongestPassage)
            {
                yield return passage;
                passage = "";
            }

            passage = passage.Length == 0 ? line : passage + "\n" + line;
        }

        if (passage.Length > 0)
            yield return passage;
    }

    [GeneratedRegex(@"<head>.*?</head>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"</(?:p|li|h\d|tr|div)>|<br ?/?>|\r?\n")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
