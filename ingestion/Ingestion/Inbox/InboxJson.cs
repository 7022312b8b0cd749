using System.Text.Json;
using System.Text.Json.Serialization;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>How an entry's notes are written: names as words, identifiers as text.</summary>
internal static class InboxJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Converters =
        {
            new JsonStringEnumConverter(),
            new Text<UploadId>(UploadId.Parse, id => id.Value),
            new Text<DocumentId>(DocumentId.Parse, id => id.Value),
            new Text<RevisionId>(RevisionId.Parse, id => id.Value),
            new Text<ContentHash>(ContentHash.Parse, hash => hash.Value),
        },
    };

    private sealed class Text<T>(Func<string, T> parse, Func<T, string> write) : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString() ?? throw new JsonException($"A {typeToConvert.Name} is null."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
