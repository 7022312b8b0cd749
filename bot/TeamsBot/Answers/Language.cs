using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>A language that people are spoken to in.</summary>
[JsonConverter(typeof(CodeConverter))]
public sealed class Language
{
    // English dates are written day first too: an agent compares them with the French page beside the answer.
    public static readonly Language French = new("fr", CultureInfo.GetCultureInfo("fr-FR"));
    public static readonly Language English = new("en", CultureInfo.GetCultureInfo("en-GB"));

    private Language(string code, CultureInfo culture) => (Code, Culture) = (code, culture);

    public string Code { get; }
    public CultureInfo Culture { get; }

    /// <summary>Null for anything but "fr" and "en".</summary>
    public static Language? Find(string? code) => code switch
    {
        "fr" => French,
        "en" => English,
        _ => null,
    };

    /// <summary>Kept by its code.</summary>
    internal sealed class CodeConverter : JsonConverter<Language>
    {
        public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Find(reader.GetString()) ?? throw new JsonException("Not the code of a language that people are spoken to in.");

        public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
