using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>One request at the door: what it brings, what becomes of it here and at the second opinion, and why where these differ.</summary>
public sealed record TokenCase
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/";

    public const string LocalUrl = "http://localhost:56150/_connector";

    /// <summary>As a sentence goes on after "A sender …".</summary>
    public required string Name { get; init; }

    public required string? Header { get; init; }

    public required JsonObject Activity { get; init; }

    /// <summary>Empty: let in. Otherwise the reason in the log.</summary>
    public required string Reason { get; init; }

    /// <summary>The token is good, its person is none of ours.</summary>
    public bool IsStranger { get; init; }

    public bool AllowsEmulator { get; init; }

    public bool IsElsewhere { get; init; }

    /// <summary>What the second opinion says, if not the same.</summary>
    public string? Opinion { get; init; }

    /// <summary>Why ours differs from it.</summary>
    public string? Because { get; init; }

    public string ExpectedOpinion => Opinion ?? (Reason.Length == 0 ? "accepted" : "denied");

    public override string ToString() => Name;

    internal static JsonObject Message(string serviceUrl = ServiceUrl) => SomeActivity.Message(serviceUrl, "Quel est le délai ?");

    internal static JsonObject With(JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    internal static JsonObject Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }
}
