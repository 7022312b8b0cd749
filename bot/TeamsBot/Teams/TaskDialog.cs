using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>What makes the channel show a card of ours in a dialog.</summary>
internal static class TaskDialog
{
    public static JsonObject Of(string title, JsonObject card, string height = "small") => new()
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = title,
                ["height"] = height,
                ["width"] = "medium",
                ["card"] = new JsonObject { ["contentType"] = Attachment.AdaptiveCard, ["content"] = card },
            },
        },
    };
}
