using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Passages;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>A kept turn that somebody has an opinion of.</summary>
internal sealed record RatedTurn(TurnId Id, string Question, string? Reason, AsOf AsOf, AnswerView View)
{
    private const string Columns = "SELECT t.id, t.question, t.reason, t.first_day, t.last_day, t.view FROM turn t JOIN conversation c ON c.key = t.conversation";

    /// <summary>The turn of the message; where the channel named none, the last one of the conversation. Null: it is not kept.</summary>
    public static RatedTurn? Find(LocalStatements statements, RatedPlace place) => (place.Message is { } message
        ? statements.Rows($"{Columns} JOIN sent s ON s.turn = t.key WHERE s.message = $message", Read, ("$message", message))
        : statements.Rows($"{Columns} WHERE c.id = $conversation ORDER BY t.key DESC LIMIT 1", Read, ("$conversation", place.Conversation.Value))).SingleOrDefault();

    /// <summary>The copy to keep.</summary>
    public RatedAnswer Answer() => new()
    {
        Question = Question,
        Reason = Reason,
        AsOf = AsOf,
        Text = AnswerText.Of(View).Trim(),
        Citations = [.. Sources().Select(CitationOf).OfType<RatedCitation>()],
    };

    private IEnumerable<SourceView> Sources() => View switch
    {
        AnswerView.Grounded grounded => grounded.Sources.SelectMany(place => place.Sources).OrderBy(source => source.Number),
        AnswerView.Abstention abstention => abstention.Nearest,
        _ => [],
    };

    private static RatedCitation? CitationOf(SourceView source) => PassageLink.OfAddress(source.PassageUrl) is { } link
        ? new(source.Number, link.Revision, source.Title, source.Path, source.Pages, source.Validity, source.Quote, source.PassageUrl)
        : null;

    private static RatedTurn? Read(LocalRow row) => TurnId.TryParse(row.Text(0), out var id) && ViewJson.Read(row.Text(5)) is { } view
        ? new(id, row.Text(1), row.TextOrNull(2), new(DateOnly.FromDayNumber((int)row.Number(3)), DateOnly.FromDayNumber((int)row.Number(4))), view)
        : null;
}
