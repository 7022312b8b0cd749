using System.Globalization;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

/// <summary>Whatever stands in whichever field of an activity, the host says a status that is its sender's fault or none, and goes on answering.</summary>
public sealed class OddActivitiesTests
{
    private static readonly string[] Odd = ["null", "0", "1e400", "\"\"", "\" \"", "\"\\u0000\"", "\"<at>\"", "[]", "[null]", "{}", "{\"id\":null}", "[{\"id\":\"x\"}]"];

    private static readonly string[] Kinds =
    [
        "message", "conversationUpdate", "installationUpdate", "messageUpdate", "event", "message/submitAction", "message/fetchTask", "composeExtension/query",
        "composeExtension/fetchTask", "composeExtension/submitAction", "composeExtension/selectItem", "adaptiveCard/action", "signin/verifyState",
    ];

    // The envelope is the same whatever an invoke is called.
    private static readonly string[] Envelopes = ["message", "conversationUpdate", "composeExtension/query"];

    [Fact]
    public async Task No_field_breaks_the_host()
    {
        await using var house = await TeamsHouse.StartAsync();
        var failures = new List<string>();
        foreach (var kind in Kinds)
        {
            var paths = Paths(Whole(house, kind), "").Where(path => path.StartsWith("/value", StringComparison.Ordinal) ? kind == "message" || kind.Contains('/') : Envelopes.Contains(kind));
            foreach (var (path, value) in paths.SelectMany(path => Odd.Select(value => (path, value))))
            {
                var activity = Whole(house, kind);
                Put(activity, path, value);
                using var reply = await house.PostAsync(activity);
                // 501: an invoke that nobody answers. 503: more than the queue takes, come again.
                if ((int)reply.StatusCode is >= 500 and not 501 and not 503)
                    failures.Add($"{kind}{path} = {value}: {(int)reply.StatusCode}");
            }
        }

        failures.ShouldBeEmpty();
        using var last = await house.PostAsync(Whole(house, "event"));
        last.EnsureSuccessStatusCode();
    }

    // Every field that some part of the bot reads, filled.
    private static JsonObject Whole(TeamsHouse house, string kind)
    {
        var isInvoke = kind.Contains('/');
        var activity = SomeActivity.In(house.Connector.ServiceUrl, SomeActivity.PersonalChat, "personal", null);
        activity["type"] = isInvoke ? "invoke" : kind;
        activity["name"] = isInvoke ? kind : null;
        activity["text"] = "aide";
        activity["textFormat"] = "plain";
        activity["action"] = "add";
        activity["replyToId"] = "1";
        activity["deliveryMode"] = "normal";
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = SomeActivity.Bot });
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>aide</p>" });
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = SomeActivity.Bot }, ["text"] = "<at>Bot</at>" });
        activity["value"] = JsonNode.Parse("""
            {"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"bien\"}"},"commandId":"searchRule","parameters":[{"name":"question","value":"tempête"}],
             "queryOptions":{"skip":0,"count":5},"messagePayload":{"body":{"content":"tempête"}},"data":{"question":"tempête"},"action":{"type":"Action.Execute","verb":"x","data":{}}}
            """);
        return activity;
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, $"{path}/{member.Key}").Prepend($"{path}/{member.Key}")),
        JsonArray list => list.SelectMany((one, place) => Paths(one, $"{path}/{place}").Prepend($"{path}/{place}")),
        _ => [],
    };

    private static void Put(JsonObject activity, string path, string value)
    {
        JsonNode parent = activity;
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps[..^1])
            parent = (parent is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : parent[step])!;
        if (parent is JsonArray places)
            places[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else
            parent[steps[^1]] = JsonNode.Parse(value);
    }
}
