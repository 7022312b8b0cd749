using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Dates as people type them beside a question: 2024-03-15, 15/03/2024, 2024-03, 03/2024, 2024.</summary>
internal static partial class PeriodText
{
    public static bool TryParse(string text, out AsOf period)
    {
        period = default;
        var match = Form().Match(text);
        if (!match.Success)
            return false;
        var year = Number(match, "year");
        var month = Number(match, "month");
        var day = Number(match, "day");

        // The first and last centuries of the calendar stand for open ends and can't be asked for.
        if (year is null or < 1900 or > 2999 || month is 0 or > 12)
            return false;
        if (day is { } d && month is { } m)
        {
            if (d < 1 || d > DateTime.DaysInMonth(year.Value, m))
                return false;
            period = AsOf.Day(new(year.Value, m, d));
        }
        else
        {
            period = month is { } only ? AsOf.Month(year.Value, only) : AsOf.Year(year.Value);
        }

        return true;
    }

    /// <summary>As typed into the date field; a period that the field has no form for is its last day.</summary>
    public static string Field(AsOf period) => Write(period, "dd/MM/yyyy", "MM/yyyy");

    /// <summary>As in addresses: 2024-03-15, 2024-03, 2024.</summary>
    public static string Iso(AsOf period) => Write(period, "yyyy-MM-dd", "yyyy-MM");

    private static string Write(AsOf period, string dayForm, string monthForm)
    {
        var (first, last) = (period.First, period.Last);
        if (first != last && period == AsOf.Year(first.Year))
            return first.ToString("yyyy", CultureInfo.InvariantCulture);
        return last.ToString(first != last && period == AsOf.Month(first.Year, first.Month) ? monthForm : dayForm, CultureInfo.InvariantCulture);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\s*(?:(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?|(?:(?<day>\d{1,2})[/.])?(?<month>\d{1,2})[/.](?<year>\d{4}))\s*$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
