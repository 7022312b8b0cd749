using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>A view as text for the database, both ways.</summary>
internal static class ViewJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        // What is computed from the rest is not kept twice.
        IgnoreReadOnlyProperties = true,
        Converters = { new LanguageCode(), new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameForms } },
    };

    public static string Of(AnswerView view) => JsonSerializer.Serialize(view, Form);

    /// <returns>Null for a text that an older or newer program wrote in another form.</returns>
    public static AnswerView? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<AnswerView>(text, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void NameForms(JsonTypeInfo type)
    {
        if (type.Type != typeof(AnswerView))
            return;
        type.PolymorphismOptions = new()
        {
            TypeDiscriminatorPropertyName = "form",
            DerivedTypes = { new(typeof(AnswerView.Grounded), "grounded"), new(typeof(AnswerView.Abstention), "abstention") },
        };
    }

    private sealed class LanguageCode : JsonConverter<Language>
    {
        public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Language.Find(reader.GetString()) ?? throw new JsonException("The language is unknown.");

        public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
