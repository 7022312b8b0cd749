using System.Text.Json.Nodes;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>A passage with its source as a card to insert into a message.</summary>
internal sealed class RuleCard(PublicLinks links)
{
    private const string Thumbnail = "application/vnd.microsoft.card.thumbnail";

    /// <summary>Two lines of the list; a third would be drawn over the text below.</summary>
    private const int PreviewTitle = 48;

    private const int PreviewText = 160;

    /// <summary>The card, and how it looks in the list that it is chosen from: by its section, since many come from one document.</summary>
    public JsonObject Attachment(SourceView source, Messages messages) => new()
    {
        ["contentType"] = BotProtocol.Activities.Attachment.AdaptiveCard,
        ["content"] = Card(source, messages),
        ["preview"] = new JsonObject
        {
            ["contentType"] = Thumbnail,
            ["content"] = new JsonObject
            {
                // The list reads markup in these two.
                ["title"] = Verbatim.Of(Printable.Shorten(source.Path.IsEmpty ? source.Title : source.Path[^1], PreviewTitle)),
                ["text"] = Verbatim.Of(Printable.Shorten($"{TitleOf(source)}, {source.Pages} · {Printable.Line(source.Quote)}", PreviewText)),
            },
        },
    };

    private JsonObject Card(SourceView source, Messages messages)
    {
        var quote = messages.Quoted(source.Quote).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var body = new List<JsonNode> { CardElements.Words(CardElements.Run(TitleOf(source), isStrong: true)) };
        if (!source.Path.IsEmpty)
            body.Add(CardElements.Words(CardElements.Run(string.Join(" › ", source.Path), isSubtle: true)));
        var quoted = CardElements.Container("quote", isVisible: true, quote.Select(line => CardElements.Words(CardElements.Run(line))));
        quoted["style"] = "emphasis";
        body.Add(quoted);
        body.Add(CardElements.Words(CardElements.Run($"{source.Pages} · {source.Validity}", isSubtle: true)));
        var card = CardElements.Card(messages.Language.Code, FallbackOf(source, messages), [.. body]);
        if (links.Of(source) is { } link)
            card["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = messages.SearchOpen, ["url"] = link });
        return card;
    }

    /// <summary>For clients that show no card: the same words.</summary>
    private static string FallbackOf(SourceView source, Messages messages) =>
        $"{TitleOf(source)}, {string.Join(", ", source.Path.Append(source.Pages).Append(source.Validity))} : {messages.Quoted(Printable.Line(source.Quote))}";

    private static string TitleOf(SourceView source) => source.Sample is { } sample ? $"{source.Title} ({sample})" : source.Title;
}
