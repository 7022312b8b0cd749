using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>Questions to press below a message. Pressing one says it.</summary>
internal static class Suggested
{
    /// <summary>More are not shown.</summary>
    public const int Most = 3;

    /// <summary>What a button of the bot's own card sends.</summary>
    public const string QuestionField = "question";

    private const int MostCharacters = 100;

    /// <returns>Null: there is nothing to press.</returns>
    public static SuggestedActions? Of(ImmutableArray<string> questions) =>
        questions.IsEmpty ? null : new([.. questions.Take(Most).Select(question => new CardAction("imBack", Printable.Shorten(question, MostCharacters), question))]);

    /// <summary>The same as buttons of a card, where the text beside them has links, and where a group reads it.</summary>
    public static Attachment Card(ImmutableArray<string> questions, Messages messages) => new()
    {
        ContentType = Attachment.AdaptiveCard,
        Content = JsonSerializer.SerializeToElement(CardElements.Card(
            messages.Language.Code,
            string.Join('\n', questions.Take(Most).Prepend(messages.NearQuestions)),
            CardElements.Heading(messages.NearQuestions),
            new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. questions.Take(Most).Select(Button)]) })),
    };

    // Said in the person's name where the channel does that for buttons; elsewhere the question comes as the button's value.
    private static JsonObject Button(string question) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = Printable.Shorten(question, MostCharacters),
        ["data"] = new JsonObject
        {
            [QuestionField] = question,
            ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = question },
        },
    };
}
