using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// The elements of a card (Adaptive Cards 1.5, the newest that Teams shows). Untrusted words stand in text runs alone: of all elements they
/// are the ones that read no markup.
/// </summary>
internal static class CardElements
{
    public static JsonObject Card(string language, string fallbackText, params JsonNode[] body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["lang"] = language,
        ["fallbackText"] = fallbackText,
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = new JsonArray(body),
    };

    /// <summary>A sentence of the bot's own.</summary>
    public static JsonObject Heading(string sentence) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = sentence,
        ["weight"] = "Bolder",
        ["wrap"] = true,
        ["spacing"] = "Medium",
    };

    public static JsonObject Words(params JsonNode[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs), ["spacing"] = "Small" };

    /// <param name="text">Shown as it is.</param>
    /// <param name="address">Opened by pressing it; null: nothing is.</param>
    /// <param name="isStrong">Bold.</param>
    /// <param name="isSubtle">Grey.</param>
    public static JsonObject Run(string text, string? address = null, bool isStrong = false, bool isSubtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (isStrong)
            run["weight"] = "Bolder";
        if (isSubtle)
            run["isSubtle"] = true;
        if (address is not null)
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address };
        return run;
    }

    /// <summary>A button that shows and hides elements on the reader's own screen: nothing is sent.</summary>
    /// <param name="id">Of the set that holds the button.</param>
    /// <param name="title">On the button.</param>
    /// <param name="isVisible">At first.</param>
    /// <param name="turned">Ids of the elements that it shows or hides.</param>
    public static JsonObject Toggle(string id, string title, bool isVisible, params ImmutableArray<string> turned) => new()
    {
        ["type"] = "ActionSet",
        ["id"] = id,
        ["isVisible"] = isVisible,
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "Action.ToggleVisibility",
            ["title"] = title,
            ["targetElements"] = new JsonArray([.. turned.Select(element => (JsonNode)element)]),
        }),
    };

    public static JsonObject Container(string id, bool isVisible, IEnumerable<JsonNode> items) => new()
    {
        ["type"] = "Container",
        ["id"] = id,
        ["isVisible"] = isVisible,
        ["items"] = new JsonArray([.. items]),
    };

    /// <param name="table">Never without rows.</param>
    /// <param name="rows">So many of its rows.</param>
    /// <param name="inForce">Said in the row that answers on the date asked.</param>
    /// <param name="fallback">Shown by a client that knows no tables.</param>
    public static JsonObject Table(TableView table, int rows, string inForce, JsonNode fallback)
    {
        var lines = new JsonArray();
        if (!table.Header.IsEmpty)
            lines.Add(Row([.. table.Header.Select(cell => Run(cell.Text, isStrong: true))]));
        foreach (var row in table.Rows.Take(rows))
        {
            var strong = row.Standing == RowStanding.InForce;
            lines.Add(Row([.. row.Cells.Select((cell, i) => Run(strong && i == 0 ? $"{cell.Text} ({inForce})" : cell.Text, null, strong, row.Standing == RowStanding.OtherPeriod))]));
        }

        return new()
        {
            ["type"] = "Table",
            ["columns"] = new JsonArray([.. Enumerable.Range(0, table.Rows.Max(row => row.Cells.Length)).Select(_ => new JsonObject { ["width"] = 1 })]),
            ["firstRowAsHeader"] = !table.Header.IsEmpty,
            ["rows"] = lines,
            ["fallback"] = fallback,
        };
    }

    private static JsonObject Row(ImmutableArray<JsonObject> cells) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = new JsonArray([.. cells.Select(run => new JsonObject { ["type"] = "TableCell", ["items"] = new JsonArray(Words(run)) })]),
    };
}
