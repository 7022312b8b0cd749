using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Reads JSON as models write it where no server holds them to a form: text around the object, fences, trailing commas, line feeds inside strings, numbers as words.</summary>
internal static partial class LenientJson
{
    // Who writes more braces than that writes no answer.
    private const int MostTries = 50;

    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Each object of the text that can be read, in order.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="isCut">An object begins and does not end.</param>
    public static ImmutableArray<JsonElement> Objects(string text, out bool isCut)
    {
        isCut = false;
        var objects = ImmutableArray.CreateBuilder<JsonElement>();
        var rest = Thinking().Replace(text, " ");
        for (int at = rest.IndexOf('{', StringComparison.Ordinal), tries = 0; at >= 0 && tries < MostTries; tries++)
        {
            var (json, end) = Balanced(rest, at);
            isCut |= json is null;
            var read = json is null ? null : Parse(json);
            if (read is { } element)
                objects.Add(element);
            at = rest.IndexOf('{', read is null ? at + 1 : end);
        }

        return objects.ToImmutable();
    }

    /// <summary>A property by any of its names, whatever their case and underscores; the first one.</summary>
    public static JsonElement? Find(JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            foreach (var name in names)
            {
                if (string.Equals(property.Name.Replace("_", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase))
                    return property.Value;
            }
        }

        return null;
    }

    /// <summary>Empty when it is no text; never throws, whatever is escaped in it.</summary>
    public static string Text(JsonElement? element)
    {
        try
        {
            return element?.ValueKind switch
            {
                JsonValueKind.String => element.Value.GetString() ?? "",
                JsonValueKind.Number => element.Value.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            return "";
        }
    }

    /// <summary>Also "2", "[2]", 2.0, "passage 2"; 0 when there is none.</summary>
    public static int Number(JsonElement? element)
    {
        if (element is { ValueKind: JsonValueKind.Array } several)
            return several.GetArrayLength() > 0 ? Number(several[0]) : 0;
        return Digits().Match(Text(element)) is { Success: true } match && int.TryParse(match.Value, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The elements of an array; a lone value is one; nothing of null.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement? element, int most) => element switch
    {
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Take(most),
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        { } one => [one],
    };

    private static JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>From a brace to the one that closes it, control characters inside strings made spaces; null when none does.</summary>
    private static (string? Json, int End) Balanced(string text, int start)
    {
        var json = new StringBuilder();
        var depth = 0;
        var inString = false;
        for (var i = start; i < text.Length; i++)
        {
            var character = text[i];
            if (inString && character == '\\' && i + 1 < text.Length)
            {
                json.Append(character).Append(text[++i]);
                continue;
            }

            if (character == '"')
                inString = !inString;
            else if (!inString && character is '{' or '[')
                depth++;
            else if (!inString && character is '}' or ']' && --depth == 0)
                return (json.Append(character).ToString(), i + 1);
            json.Append(inString && char.IsControl(character) ? ' ' : character);
        }

        return (null, text.Length);
    }

    [GeneratedRegex(@"<think(?:ing)?>.*?</think(?:ing)?>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thinking();

    [GeneratedRegex(@"\d{1,9}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
