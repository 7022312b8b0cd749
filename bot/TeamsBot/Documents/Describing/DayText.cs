using System.Globalization;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Documents.Describing;

/// <summary>A single day as people type it: 15/03/2024 or 2024-03-15.</summary>
internal static class DayText
{
    /// <summary>Null for an empty text; false for a text that is no day (a month, a year, two digits for the year).</summary>
    public static bool TryParse(string text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!PeriodText.TryParse(text, out var period) || period.First != period.Last)
            return false;
        day = period.First;
        return true;
    }

    /// <summary>Day first in both languages: agents compare the English page with the French documents.</summary>
    public static string Of(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
