using System.Text.Json.Nodes;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>The dialog of a search that was started from a message: what is looked for, what was found, one of it to insert.</summary>
internal static class SearchForm
{
    public const string Question = "question";
    public const string Passage = "passage";
    public const string Step = "step";
    public const string Insert = "insert";
    public const string Search = "search";

    /// <summary>To choose from at one look.</summary>
    public const int Most = 5;

    private const int MostCharacters = 1_000;
    private const int ChoiceLength = 220;

    /// <param name="question">Masked.</param>
    /// <param name="outcome">Null: nothing was searched yet.</param>
    /// <param name="messages">The language.</param>
    public static JsonObject Of(string question, RuleSearchOutcome? outcome, Messages messages)
    {
        var field = new JsonObject { ["type"] = "Input.Text", ["id"] = Question, ["label"] = messages.SearchLabel, ["isMultiline"] = true, ["maxLength"] = MostCharacters };
        if (question.Length > 0)
            field["value"] = question;
        var body = new List<JsonNode> { field };
        var actions = new JsonArray();
        switch (outcome)
        {
            case RuleSearchOutcome.Found found:
                body.Add(Choices(found, messages));
                actions.Add(Submit(messages.SearchInsert, Insert));
                break;
            case RuleSearchOutcome.Nothing nothing:
                body.Add(CardElements.Words(CardElements.Run(nothing.Sentence)));
                break;
        }

        actions.Add(Submit(messages.SearchAgain, Search));
        var card = CardElements.Card(messages.Language.Code, messages.SearchTitle, [.. body]);
        card["actions"] = actions;
        return TaskDialog.Of(messages.SearchTitle, card, "medium");
    }

    private static JsonObject Choices(RuleSearchOutcome.Found found, Messages messages) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = Passage,
        ["label"] = messages.SearchChoose,
        ["style"] = "expanded",
        ["wrap"] = true,
        ["value"] = found.Sources[0].PassageUrl,
        ["choices"] = new JsonArray([.. found.Sources.Select(source => new JsonObject
        {
            // Choices read markup.
            ["title"] = Verbatim.Of(Printable.Shorten(
                $"{source.Title}{(source.Path.IsEmpty ? "" : ", " + source.Path[^1])}, {source.Pages}, {source.Validity} : {Printable.Line(source.Quote)}", ChoiceLength)),
            ["value"] = source.PassageUrl,
        })]),
    };

    private static JsonObject Submit(string title, string step) =>
        new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = new JsonObject { [Step] = step } };
}
