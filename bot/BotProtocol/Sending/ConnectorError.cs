using System.Collections.Immutable;
using System.Text.Json;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>Why the connector refused: its codes and sentence, which come at the top of the body or inside "error".</summary>
/// <param name="Codes">"BadSyntax", "MessageWritesBlocked"…; the most telling first. May be empty.</param>
/// <param name="Message">For developers; never shown or logged, as it may name people.</param>
internal sealed record ConnectorError(ImmutableArray<string> Codes, string Message)
{
    private static readonly ImmutableArray<string> Final = ["MessageWritesBlocked", "BotNotInConversationRoster", "ForbiddenOperationException"];

    /// <summary>Only letters and digits, as it goes to the log.</summary>
    public string Code => Codes.FirstOrDefault(code => code.Length is > 0 and <= 64 && code.All(char.IsAsciiLetterOrDigit)) ?? "";

    /// <summary>Blocked or uninstalled: the conversation takes nothing more.</summary>
    public bool IsClosing => Codes.Any(code => Final.Contains(code));

    /// <summary>Of a stream it comes with 403, else with 413 or 400.</summary>
    public bool IsAboutSize => Codes.Contains("MessageSizeTooBig") || Says("size too large");

    public bool Says(string part) => Message.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static ConnectorError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return new([], "");
        }
    }

    private static ConnectorError Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return new([], "");
        var inner = json.TryGetProperty("error", out var error) ? Read(error) : new([], "");
        ImmutableArray<string> codes = [.. new[] { Text(json, "subCode"), Text(json, "code"), Text(json, "errorCode") }.OfType<string>(), .. inner.Codes];
        return new(codes, Text(json, "message") ?? inner.Message);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
