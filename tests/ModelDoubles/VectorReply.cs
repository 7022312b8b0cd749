using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ModelDoubles;

/// <param name="Vector">From a text to its vector; cut to the dimensions asked for where the server heeds them.</param>
public sealed record VectorReply(Func<string, float[]> Vector) : WireReply
{
    public string Model { get; init; } = "double-embedding";

    /// <summary>Whether `dimensions` is heeded; some servers take it and send their own size.</summary>
    public bool HeedsDimensions { get; init; } = true;

    protected override RawReply For(WireRequest request)
    {
        var input = request.Member("input") ?? default;
        if (input.ValueKind is JsonValueKind.Array && input.EnumerateArray().Any(text => text.ValueKind is not JsonValueKind.String))
            return Fault.Error(400, "'input' array must contain strings", "invalid_request_error", "null");
        string[] texts = input.ValueKind is JsonValueKind.Array ? [.. input.EnumerateArray().Select(text => text.GetString() ?? "")] : [input.GetString() ?? ""];
        if (texts.Length == 0)
            return Fault.Error(400, "'input' must not be empty", "invalid_request_error", "null");

        var isBase64 = request.Member("encoding_format") is { ValueKind: JsonValueKind.String } format && format.GetString() == "base64";
        var tokens = texts.Sum(ChatReply.Tokens);
        return Json(200, new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. texts.Select((text, index) => new JsonObject
            {
                ["object"] = "embedding",
                ["index"] = index,
                ["embedding"] = Encoded(Cut(Vector(text), request), isBase64),
            })]),
            ["model"] = Model,
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        }.ToJsonString());
    }

    private float[] Cut(float[] vector, WireRequest request) =>
        HeedsDimensions && request.Member("dimensions") is { ValueKind: JsonValueKind.Number } size && size.GetInt32() < vector.Length ? vector[..size.GetInt32()] : vector;

    private static JsonNode Encoded(float[] vector, bool isBase64) => isBase64
        ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)))
        : new JsonArray([.. vector.Select(number => JsonValue.Create(number))]);
}
