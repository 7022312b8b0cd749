using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ModelServers.Wire;

/// <summary>
/// Members of a request that a server can do without: one that it refuses by name is left out, at once and for an hour, so that older servers
/// work and a newer release of theirs is noticed. Without response_format the form of the answer is asked for by the prompt alone.
/// </summary>
internal sealed class RefusedMembers(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private static readonly (string Name, string[] Aliases)[] Optional =
    [
        ("response_format", ["response_format", "json_schema", "json schema", "structured output", "guided", "grammar"]),
        ("stream_options", ["stream_options"]),
        ("max_completion_tokens", ["max_completion_tokens"]),
        ("max_tokens", ["max_tokens"]),
        ("temperature", ["temperature"]),
        ("encoding_format", ["encoding_format"]),
        ("dimensions", ["dimensions", "matryoshka"]),
    ];

    // A value out of bounds is a setting to mend, no member to leave out.
    private static readonly string[] Refusals =
        ["unsupported", "not support", "unrecognized", "unknown", "unexpected", "extra", "not permitted", "not allowed", "forbidden", "instead", "same time", "invalid param"];

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Notes the member that the fault refuses.</summary>
    /// <returns>False: none of those sent; the refusal stands.</returns>
    public bool Note(ServerFault fault, JsonObject sent)
    {
        if (fault.Status is not (400 or 422) || fault.IsOverflow || fault.IsContentFilter)
            return false;
        foreach (var (name, aliases) in Optional)
        {
            if (!sent.ContainsKey(name) || !Array.Exists(aliases, fault.Says) || (name != "response_format" && !Array.Exists(Refusals, fault.Says)))
                continue;
            _until[name] = time.GetUtcNow() + Remembered;
            return true;
        }

        return false;
    }

    /// <summary>The body without what was refused.</summary>
    public JsonObject Without(JsonObject body)
    {
        var kept = (JsonObject)body.DeepClone();
        foreach (var (name, until) in _until)
        {
            if (until > time.GetUtcNow())
                kept.Remove(name);
        }

        return kept;
    }

    public static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
