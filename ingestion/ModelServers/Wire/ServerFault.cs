using System.Net;
using System.Text;
using System.Text.Json;

namespace AgentHelpdesk.ModelServers.Wire;

/// <summary>Why a server refused, read from any of the forms in use: OpenAI's, Azure's, vLLM's, FastAPI's, a gateway's, a proxy's page.</summary>
/// <param name="Status">As answered, or as an error in the middle of a stream names it.</param>
/// <param name="Message">The server's words on one line, shortened, without control characters and without the key.</param>
/// <param name="Type">Its kind of error; empty when none is named.</param>
/// <param name="Code">A number, a name, or empty.</param>
/// <param name="Param">The member of the request it is about; empty when none is named.</param>
internal sealed record ServerFault(int Status, string Message, string Type, string Code, string Param)
{
    private const int MaxMessage = 300;

    // Names and phrases of llama.cpp, OpenAI and Azure, vLLM, TGI.
    private static readonly string[] Overflows = ["exceed_context_size", "context_length_exceeded", "maximum context length", "context size", "context window", "prompt is too long"];

    public bool IsContentFilter => Names("content_filter") || Names("ResponsibleAIPolicyViolation") || Message.Contains("content management policy", StringComparison.OrdinalIgnoreCase);

    // llama.cpp says with a 500 that a text does not fit its batch.
    public bool IsOverflow => Status is 413 || (Status is 400 or 422 && Array.Exists(Overflows, Says)) || (Status is 500 && Says("too large to process"));

    public static ServerFault Read(int status, string body, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(status, document.RootElement, key);
        }
        catch (JsonException)
        {
            // A page of a proxy says nothing worth showing; a bare sentence does.
            return new(status, body.TrimStart().StartsWith('<') ? "" : Line(body, key), "", "", "");
        }
    }

    public static ServerFault Read(int status, JsonElement body, string key)
    {
        var error = Member(body, "error") is { } inner ? inner : Member(body, "detail") ?? body;
        if (error.ValueKind is not JsonValueKind.Object)
            return new(status, Line(Text(error), key), "", "", "");
        var message = Text(Member(error, "message") ?? Member(error, "msg") ?? Member(error, "detail"));
        var innerCode = Member(error, "innererror") is { } azure ? Text(Member(azure, "code")) : "";
        return new(status, Line(message, key), Line(Text(Member(error, "type")), key), Line($"{Text(Member(error, "code"))} {innerCode}".Trim(), key), Line(Text(Member(error, "param")), key));
    }

    public bool Says(string words) =>
        Message.Contains(words, StringComparison.OrdinalIgnoreCase) || Type.Contains(words, StringComparison.OrdinalIgnoreCase)
        || Code.Contains(words, StringComparison.OrdinalIgnoreCase) || Param.Contains(words, StringComparison.OrdinalIgnoreCase);

    public ModelServerException ToException(TimeSpan? retryAfter = null) => new(this, retryAfter);

    internal HttpStatusCode StatusCode => IsOverflow ? HttpStatusCode.RequestEntityTooLarge : (HttpStatusCode)Status;

    private bool Names(string code) => Code.Contains(code, StringComparison.OrdinalIgnoreCase) || Type.Contains(code, StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? member : null;

    private static string Text(JsonElement? value) => value switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { } other => other.GetRawText(),
    };

    private static string Line(string text, string key)
    {
        if (key.Length > 0)
            text = text.Replace(key, "***", StringComparison.Ordinal);
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= MaxMessage)
                return line.Append('…').ToString();
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format)
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}

/// <summary>What a server refused, as .NET's own exception; callers outside need no more than its status.</summary>
internal sealed class ModelServerException(ServerFault fault, TimeSpan? retryAfter)
    : HttpRequestException(Sentence(fault), inner: null, fault.StatusCode)
{
    public ServerFault Fault { get; } = fault;

    /// <summary>How long the server asks to be left alone; null when it says nothing.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    private static string Sentence(ServerFault fault) =>
        $"The model server answered {fault.Status}{(fault.Type.Length > 0 ? $" ({fault.Type})" : "")}{(fault.Message.Length > 0 ? $": {fault.Message}" : ".")}";
}
