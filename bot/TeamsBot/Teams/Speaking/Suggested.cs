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

    /// <summary>In what is sent by pressing a question in the bot's own card.</summary>
    public const string QuestionField = "question";

    private const int MostCharacters = 100;

    /// <returns>Null: there is nothing to press.</returns>
    public static SuggestedActions? Of(ImmutableArray<string> questions) =>
        questions.IsEmpty ? null : new([.. questions.Take(Most).Select(question => new CardAction("imBack", Printable.Shorten(question, MostCharacters), question))]);

    /// <summary>The same to press in a card, where the text beside them has links, and where a group reads it.</summary>
    /// <param name="heading">Above them.</param>
    /// <param name="questions">The first three are shown.</param>
    /// <param name="messages">The language.</param>
    public static Attachment Card(string heading, ImmutableArray<string> questions, Messages messages) => new()
    {
        ContentType = Attachment.AdaptiveCard,
        Content = JsonSerializer.SerializeToElement(CardElements.Card(
            messages.Language.Code, string.Join('\n', questions.Take(Most).Prepend(heading)), [.. Boxes(heading, questions)])),
    };

    /// <summary>The elements of such a card; none without questions.</summary>
    public static IEnumerable<JsonNode> Boxes(string heading, ImmutableArray<string> questions) =>
        questions.IsEmpty ? [] : [CardElements.Heading(heading), .. questions.Take(Most).Select(Pressable)];

    // A button would be cut off at the card's edge, on a phone after a few words: what is pressed here is a box whose words go on below.
    private static JsonObject Pressable(string question) => new()
    {
        ["type"] = "Container",
        ["style"] = "emphasis",
        ["spacing"] = "Small",
        ["items"] = new JsonArray(CardElements.Words(CardElements.Run(question))),
        ["selectAction"] = Saying(question),
    };

    // The question comes as the value of a message without text. Said in the person's name ("imBack") it would stand in the chat, but not
    // every client of the channel sends anything then.
    private static JsonObject Saying(string question) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = question,
        ["data"] = new JsonObject { [QuestionField] = question },
    };
}
