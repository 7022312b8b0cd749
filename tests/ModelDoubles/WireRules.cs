using System.Text.Json;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>What the server asks of every request before the script is asked, with the errors real servers give.</summary>
public sealed record WireRules
{
    /// <summary>The key: a bearer's, or the api-key header in Azure's form; empty: none is asked for.</summary>
    public string Key { get; init; } = "";

    /// <summary>The name a server reports, whatever name is asked for (as llama.cpp does).</summary>
    public string Model { get; init; } = "double";

    /// <summary>Tokens of prompt and answer together; 0: no limit.</summary>
    public int ContextTokens { get; init; }

    /// <summary>Members that an old server does not know and refuses by name (stream_options, response_format, max_completion_tokens…).</summary>
    public IReadOnlyList<string> UnknownMembers { get; init; } = [];

    /// <summary>0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Every request goes to the script as it is.</summary>
    public bool ChecksNothing { get; init; }

    internal WireReply? Refusal(WireRequest request) => request switch
    {
        _ when ChecksNothing => null,
        { Path: "/health" } => WireReply.Json(200, """{"status":"ok"}"""),
        _ when Key.Length > 0 && !HasKey(request) => request.IsAzure
            ? Fault.Error(401, "Access denied due to invalid subscription key or wrong API endpoint.", code: "\"401\"")
            : Fault.Error(401, "Invalid API Key", "authentication_error", "401"),
        { IsAzure: true } when !request.Query.Contains("api-version=", StringComparison.Ordinal) => Fault.Error(404, "Resource not found", code: "\"404\""),
        { Path: "/v1/models", Method: "GET" } => WireReply.Json(200,
            $$"""{"object":"list","data":[{"id":{{JsonSerializer.Serialize(Model)}},"object":"model","created":1700000000,"owned_by":"double"}]}"""),
        { IsChat: false, IsEmbedding: false } or { Method: not "POST" } => Fault.Error(404, "File Not Found", "not_found_error", "404"),
        { Body.ValueKind: not JsonValueKind.Object } => Fault.Error(400, "parse error: syntax error while parsing value", "invalid_request_error", "400"),
        { IsChat: true } when request.Member("messages") is not { ValueKind: JsonValueKind.Array } => Fault.Error(400, "'messages' is required", "invalid_request_error", "400"),
        { IsEmbedding: true } when request.Member("input") is null => Fault.Error(400, "missing 'input'", "invalid_request_error", "null"),
        _ => UnknownMember(request) ?? BadFormat(request) ?? Overflow(request),
    };

    private bool HasKey(WireRequest request) =>
        request.Headers.GetValueOrDefault("Authorization") == $"Bearer {Key}" || (request.IsAzure && request.Headers.GetValueOrDefault("api-key") == Key);

    private WireReply? UnknownMember(WireRequest request) => UnknownMembers.FirstOrDefault(name => request.Member(name) is not null) is { } unknown
        ? Fault.Error(400, $"Unrecognized request argument supplied: {unknown}", "invalid_request_error", "null")
        : null;

    private static WireReply? BadFormat(WireRequest request)
    {
        if (request.Member("response_format") is not { } format)
            return null;
        if (request.Format is not ("text" or "json_object" or "json_schema"))
            return Fault.Error(400, "response_format type must be one of \"text\", \"json_object\" or \"json_schema\"", "invalid_request_error", "400");
        return request.Format == "json_schema" && !(format.TryGetProperty("json_schema", out var form) && form.TryGetProperty("name", out _) && form.TryGetProperty("schema", out _))
            ? Fault.Error(400, "response_format.json_schema needs name and schema", "invalid_request_error", "400")
            : null;
    }

    private WireReply? Overflow(WireRequest request)
    {
        var tokens = ChatReply.Tokens(request.Text);
        return request.IsChat && ContextTokens > 0 && tokens > ContextTokens ? Fault.PromptTooLong(tokens, ContextTokens) : null;
    }
}
