using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>Recorded turns as a table to read, as JSON (one value a line) and as CSV for a spreadsheet.</summary>
internal static class TurnRecordText
{
    private const string CsvHeader = "day;turn;question;status;reason;writer;fallback;cached;claims;publication";

    // Relaxed: the text goes to a file or a pipe, never into a page, and French letters stay legible.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Table(ImmutableArray<RecordedTurn> turns, DateOnly? since, Language language)
    {
        var messages = Messages.In(language);
        if (turns.IsEmpty)
            return (since is { } day ? messages.NoRecordsSince(day) : messages.NoRecords) + Environment.NewLine;
        var text = new StringBuilder();
        foreach (var turn in turns)
        {
            text.AppendLine(messages.RecordLine(turn.Day, turn.Id, Printable.Line(turn.Question)))
                .Append("    ").AppendJoin(" · ", Codes(turn)).AppendLine();
        }

        return text.ToString();
    }

    public static string Json(ImmutableArray<RecordedTurn> turns) => string.Concat(turns.Select(turn => JsonSerializer.Serialize(
        new
        {
            Turn = turn.Id,
            turn.Day,
            turn.Question,
            turn.Status,
            turn.Reason,
            turn.Writer,
            turn.Fallback,
            turn.IsCached,
            turn.Claims,
            turn.Publication,
        },
        Form) + "\n"));

    public static string Csv(ImmutableArray<RecordedTurn> turns)
    {
        var text = new StringBuilder(CsvHeader).Append("\r\n");
        foreach (var turn in turns)
        {
            text.AppendJoin(';', new[]
            {
                turn.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                turn.Id,
                CsvCell.Of(turn.Question),
                turn.Status,
                turn.Reason ?? "",
                turn.Writer ?? "",
                turn.Fallback ?? "",
                turn.IsCached ? "1" : "0",
                turn.Claims.ToString(CultureInfo.InvariantCulture),
                turn.Publication.ToString(CultureInfo.InvariantCulture),
            }).Append("\r\n");
        }

        return text.ToString();
    }

    // The codes are those of the JSON, so that one can be looked for in the other.
    private static IEnumerable<string> Codes(RecordedTurn turn) =>
        new[] { turn.Status, turn.Reason, turn.Writer, turn.Fallback, turn.IsCached ? "cached" : null, "P" + turn.Publication.ToString(CultureInfo.InvariantCulture) }.OfType<string>();
}
