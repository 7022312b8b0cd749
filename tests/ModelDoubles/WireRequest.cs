using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>A request as it came.</summary>
public sealed record WireRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    public required ImmutableDictionary<string, string> Headers { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required string Text { get; init; }

    /// <summary>The body; of kind Undefined where it is no JSON.</summary>
    public JsonElement Body { get; init; }

    public bool IsAzure => Path.StartsWith("/openai/deployments/", StringComparison.Ordinal);

    public bool IsChat => Path.EndsWith("/chat/completions", StringComparison.Ordinal);

    public bool IsEmbedding => Path.EndsWith("/embeddings", StringComparison.Ordinal);

    public bool IsStream => Member("stream") is { ValueKind: JsonValueKind.True };

    public bool WantsUsage => Member("stream_options") is { ValueKind: JsonValueKind.Object } options
        && options.TryGetProperty("include_usage", out var usage) && usage.ValueKind is JsonValueKind.True;

    /// <summary>The deployment of the path, or the model of the body.</summary>
    public string Model => IsAzure ? Path.Split('/')[3] : Member("model") is { ValueKind: JsonValueKind.String } model ? model.GetString() ?? "" : "";

    /// <summary>"json_schema", "json_object" or nothing.</summary>
    public string Format => Member("response_format") is { ValueKind: JsonValueKind.Object } format && format.TryGetProperty("type", out var type) ? type.ToString() : "";

    /// <summary>Tokens the answer may have.</summary>
    public int? MaxTokens => (Member("max_completion_tokens") ?? Member("max_tokens")) is { ValueKind: JsonValueKind.Number } most ? most.GetInt32() : null;

    public JsonElement? Member(string name) =>
        Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    internal static async Task<WireRequest> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        return new()
        {
            Method = context.Request.Method,
            Path = context.Request.Path.Value ?? "",
            Query = context.Request.QueryString.Value ?? "",
            Headers = context.Request.Headers.ToImmutableDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Text = text,
            Body = Parse(text),
        };
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
