using System.Text.Json.Nodes;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>The dialog that asks for a few words beside a thumb; what it sends comes back as the thumb does.</summary>
internal static class FeedbackForm
{
    private const int MostCharacters = 1_000;

    public static JsonObject Of(Reaction reaction, Language language)
    {
        var messages = Messages.In(language);
        return TaskDialog.Of(messages.FeedbackTitle, new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = language.Code,
            ["fallbackText"] = messages.FeedbackTitle,
            ["body"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "Input.Text",
                    ["id"] = GivenFeedback.Field,
                    ["label"] = reaction == Reaction.Like ? messages.FeedbackAskLike : messages.FeedbackAskDislike,
                    ["isMultiline"] = true,
                    ["maxLength"] = MostCharacters,
                },
                new JsonObject { ["type"] = "TextBlock", ["text"] = messages.FeedbackPrivacy, ["wrap"] = true, ["isSubtle"] = true, ["size"] = "Small" }),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = messages.FeedbackSend }),
        });
    }
}
