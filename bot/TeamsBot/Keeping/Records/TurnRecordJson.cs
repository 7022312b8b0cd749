using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>A record as one line of JSON, in the database and in an export alike: names in camelCase, codes in kebab-case, nothing that is null.</summary>
internal static class TurnRecordJson
{
    // Relaxed: the text goes to a file or a pipe, never into a page, and French letters stay legible.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Of(TurnRecord record) => JsonSerializer.Serialize(record, Form);

    /// <returns>Null for a text that a newer program wrote, or that is none of this form.</returns>
    public static TurnRecord? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TurnRecord>(text, Form) is { Version: >= 1 and <= TurnRecord.Newest } record ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
