using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>One call of a recording of a real server (the shared folder's captures/openai): what was asked, and what came, to be played again byte for byte.</summary>
/// <remarks>Played as it was: a left-out middle of a long stream stays left out; where the recording's client closed, the stream stays open until ours does.</remarks>
public sealed record RecordedCall
{
    /// <summary>File and name: unique.</summary>
    public required string Name { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The body that was sent; empty for none.</summary>
    public required string Request { get; init; }

    public required RawReply Reply { get; init; }

    /// <summary>The recording leaves out lines in the middle of the stream.</summary>
    public bool IsAbridged { get; init; }

    /// <summary>The client of the recording closed in mid-stream.</summary>
    public bool WasClosed { get; init; }

    /// <summary>The request asked for events.</summary>
    public bool IsStream { get; init; }

    public override string ToString() => Name;

    /// <summary>All calls of a folder's files, in order.</summary>
    public static IReadOnlyList<RecordedCall> ReadFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file => File.ReadLines(file)
            .Where(line => line.Length > 0).Select(line => Parse(System.IO.Path.GetFileNameWithoutExtension(file), line)))];

    private static RecordedCall Parse(string file, string line)
    {
        using var document = JsonDocument.Parse(line);
        var call = document.RootElement;
        var name = $"{file}: {call.GetProperty("name").GetString()}";
        var request = call.TryGetProperty("request_text", out var raw) ? raw.GetString() ?? "" : call.TryGetProperty("request", out var body) && body.ValueKind is JsonValueKind.Object ? body.GetRawText() : "";
        var headers = Headers(call);
        var status = call.GetProperty("status").GetInt32();
        string[] lines = call.TryGetProperty("lines", out var events) ? [.. events.EnumerateArray().Select(item => item.GetString() ?? "")] : [];
        var closed = lines is [.., "(client closed here)"];
        return new()
        {
            Name = name,
            Method = call.TryGetProperty("method", out var method) ? method.GetString() ?? "POST" : "POST",
            Path = call.TryGetProperty("path", out var path) ? path.GetString() ?? "" : "",
            Request = request,
            IsStream = lines.Length > 0,
            IsAbridged = lines.Any(item => item.EndsWith("left out here)", StringComparison.Ordinal)),
            WasClosed = closed,
            Reply = new(status, headers, lines.Length > 0
                ? [.. lines.Where(item => !item.StartsWith('(')).Select(item => new WireStep.Send(item + "\n\n")), .. closed ? new WireStep[] { new WireStep.Stall() } : []]
                : [new WireStep.Send(Body(call))]),
        };
    }

    // Hop-by-hop headers and the length are the playing server's own.
    private static ImmutableArray<(string Name, string Value)> Headers(JsonElement call) => call.TryGetProperty("response_headers", out var headers)
        ? [.. headers.EnumerateObject().Where(header => header.Name is not ("Content-Length" or "Transfer-Encoding" or "Connection" or "Keep-Alive" or "Date") && header.Value.GetString() is { Length: > 0 })
            .Select(header => (header.Name, header.Value.GetString() ?? ""))]
        : [("Content-Type", "application/json")];

    // Recorded as JSON with spaces; a server that sent none is told by its Content-Length.
    private static string Body(JsonElement call)
    {
        if (call.TryGetProperty("response_text", out var text))
            return text.GetString() ?? "";
        var spaced = call.GetProperty("response").GetRawText();
        var dense = WithoutSpaces(spaced);
        return call.TryGetProperty("response_headers", out var headers) && headers.TryGetProperty("Content-Length", out var length)
            && int.Parse(length.GetString() ?? "", CultureInfo.InvariantCulture) == Encoding.UTF8.GetByteCount(dense) ? dense : spaced;
    }

    private static string WithoutSpaces(string json)
    {
        var dense = new StringBuilder(json.Length);
        var inText = false;
        for (var at = 0; at < json.Length; at++)
        {
            var character = json[at];
            if (inText && character == '\\')
                dense.Append(character).Append(json[++at]);
            else if (inText || !char.IsWhiteSpace(character))
                dense.Append(character);
            if (character == '"')
                inText = !inText;
        }

        return dense.ToString();
    }
}
