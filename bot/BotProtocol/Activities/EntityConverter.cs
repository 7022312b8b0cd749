using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>Reads entities by their type, which need not come first, and writes them with the names that schema.org asks for.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    private const string MessageType = "https://schema.org/Message";

    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return Text(json, "type") switch
        {
            "mention" => new Entity.Mention(
                json.TryGetProperty("mentioned", out var mentioned) && mentioned.ValueKind == JsonValueKind.Object
                    ? mentioned.Deserialize(ActivityJson.Wire.ChannelAccount) : null,
                Text(json, "text")),
            _ => new Entity.Other(json),
        };
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Entity.Mention mention:
                writer.WriteStartObject();
                writer.WriteString("type", "mention");
                writer.WritePropertyName("mentioned");
                JsonSerializer.Serialize(writer, mention.Mentioned, ActivityJson.Wire.ChannelAccount);
                writer.WriteString("text", mention.Text);
                writer.WriteEndObject();
                break;
            case Entity.StreamState stream:
                Write(writer, stream);
                break;
            case Entity.AiMessage message:
                Write(writer, message.Citations);
                break;
            case Entity.Other other:
                other.Json.WriteTo(writer);
                break;
            default:
                throw new JsonException($"No entity is known by the name '{value.GetType().Name}'.");
        }
    }

    private static void Write(Utf8JsonWriter writer, Entity.StreamState stream)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "streaminfo");
        if (stream.StreamId is { } id)
            writer.WriteString("streamId", id);
        writer.WriteString("streamType", stream.StreamType);
        if (stream.StreamSequence is { } sequence)
            writer.WriteNumber("streamSequence", sequence);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<CitedSource> citations)
    {
        writer.WriteStartObject();
        writer.WriteString("type", MessageType);
        writer.WriteString("@type", "Message");
        writer.WriteString("@context", "https://schema.org");
        writer.WriteString("@id", "");
        writer.WriteStartArray("additionalType");
        writer.WriteStringValue("AIGeneratedContent");
        writer.WriteEndArray();
        if (!citations.IsEmpty)
        {
            writer.WriteStartArray("citation");
            foreach (var source in citations)
                Write(writer, source);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // A null name or address breaks the channel's parser, and an encoding format other than its own two loses the whole answer.
    private static void Write(Utf8JsonWriter writer, CitedSource source)
    {
        writer.WriteStartObject();
        writer.WriteString("@type", "Claim");
        writer.WriteNumber("position", source.Position);
        writer.WriteStartObject("appearance");
        writer.WriteString("@type", "DigitalDocument");
        writer.WriteString("name", source.Name);
        writer.WriteString("abstract", source.Abstract);
        if (source.Url is { } url)
            writer.WriteString("url", url);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
