using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>Activities in the form a Teams client sends them (specs, 1.2), with ids in the forms of Teams; invented people.</summary>
public static class SomeActivity
{
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string App = "11111111-2222-3333-4444-555555555555";
    public const string Bot = "28:" + App;
    public const string User = "29:1-alex-agent";
    public const string UserName = "Alex Agent";
    public const string UserObject = "00000000-0000-0000-0000-000000000020";
    public const string PersonalChat = "a:1-personal-chat";

    /// <summary>Something typed in a personal chat.</summary>
    public static JsonObject Message(string serviceUrl, string text, string conversation = PersonalChat, string? id = null)
    {
        var activity = In(serviceUrl, conversation, "personal", id);
        activity["type"] = "message";
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>An invoke from a personal chat.</summary>
    public static JsonObject Invoke(string serviceUrl, string name, JsonNode? value, string? replyToId = null)
    {
        var activity = In(serviceUrl, PersonalChat, "personal", null);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value;
        activity["replyToId"] = replyToId;
        return activity;
    }

    /// <param name="serviceUrl">Where replies go.</param>
    /// <param name="conversation">Opaque.</param>
    /// <param name="type">personal, groupChat or channel.</param>
    /// <param name="id">Null: a new one.</param>
    public static JsonObject In(string serviceUrl, string conversation, string type, string? id) => new()
    {
        ["id"] = id ?? RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["timestamp"] = "2026-11-24T09:00:00.000Z",
        ["locale"] = "fr-FR",
        ["from"] = new JsonObject { ["id"] = User, ["name"] = UserName, ["aadObjectId"] = UserObject },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "AgentHelpdesk" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "fr-FR", ["country"] = "FR", ["platform"] = "Web", ["timezone"] = "Europe/Paris" }),
    };

    /// <summary>An ordinary user of the tenant, as the connector describes a member.</summary>
    public static JsonObject Member(string id) => new()
    {
        ["id"] = id,
        ["name"] = UserName,
        ["aadObjectId"] = UserObject,
        ["userPrincipalName"] = "alex.agent@example.test",
        ["tenantId"] = Tenant,
        ["userRole"] = "user",
    };
}
