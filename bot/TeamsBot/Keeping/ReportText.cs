using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentHelpdesk.Answering;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Reported questions as a table to read, as JSON (one value a line) and as CSV for a spreadsheet.</summary>
internal static class ReportText
{
    private const string CsvHeader = "reported_on;times;question;reason;date_first;date_last;terms";

    // Relaxed: the text goes to a file or a pipe, never into a page, and French letters stay legible.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Table(ImmutableArray<ReportedQuestion> reports, DateOnly? since, Language language)
    {
        var messages = Messages.In(language);
        if (reports.IsEmpty)
            return (since is { } day ? messages.NoReportsSince(day) : messages.NoReports) + Environment.NewLine;
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            var about = report.AsOf.First == report.AsOf.Last ? messages.RulesOn(report.AsOf.First) : messages.RulesIn(messages.Period(report.AsOf));
            text.Append(messages.ReportLine(report.On, report.Times, Printable.Line(report.Question))).AppendLine()
                .Append("    ").AppendLine(ReasonOf(report) is { } reason ? messages.Reason(reason) : Printable.Line(report.Reason))
                .Append("    ").Append(about);
            if (!report.Terms.IsEmpty)
                text.Append(" · ").Append(messages.SearchedTerms(Printable.Line(string.Join(", ", report.Terms))));
            text.AppendLine();
        }

        return text.ToString();
    }

    public static string Json(ImmutableArray<ReportedQuestion> reports) => string.Concat(reports.Select(report => JsonSerializer.Serialize(
        new
        {
            ReportedOn = report.On,
            report.Times,
            report.Question,
            report.Reason,
            AsOf = new[] { report.AsOf.First, report.AsOf.Last },
            report.Terms,
        },
        Form) + "\n"));

    public static string Csv(ImmutableArray<ReportedQuestion> reports)
    {
        var text = new StringBuilder(CsvHeader).Append("\r\n");
        foreach (var report in reports)
        {
            text.AppendJoin(';', new[]
            {
                Iso(report.On),
                report.Times.ToString(CultureInfo.InvariantCulture),
                CsvCell.Of(report.Question),
                CsvCell.Of(report.Reason),
                Iso(report.AsOf.First),
                Iso(report.AsOf.Last),
                CsvCell.Of(string.Join(", ", report.Terms)),
            }).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Another program may have written a reason that this one has no sentence for.
    private static AbstentionReason? ReasonOf(ReportedQuestion report) =>
        Enum.GetValues<AbstentionReason>().Cast<AbstentionReason?>().FirstOrDefault(reason => AnswerJson.Kebab(reason.GetValueOrDefault()) == report.Reason);
}
