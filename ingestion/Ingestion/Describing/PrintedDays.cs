using System.Globalization;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>From the letters of a printed date to its day.</summary>
internal static class PrintedDays
{
    private static readonly string[] Months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly char[] Separators = [' ', '\n', '/', '.', '-'];

    /// <param name="printed">Plain small letters: "1er mars 2025", "01/03/2025", "mars 2025" (its first day).</param>
    /// <param name="after">The day that gives a missing month and year; null: none may be missing.</param>
    /// <returns>Null for what is no day of the calendar.</returns>
    public static DateOnly? Read(string printed, DateOnly? after = null)
    {
        int? day = null, month = null, year = null;
        foreach (var part in printed.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.IndexOf(Months, part) is >= 0 and var named)
                month = named + 1;
            else if (part is "premier")
                day = 1;
            else if (!int.TryParse(part.EndsWith("er", StringComparison.Ordinal) ? part[..^2] : part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                continue; // A weekday, or the "er" of "1 er".
            else if (part.Length == 4)
                year = number;
            else if (day is null)
                day = number;
            else
                month = number;
        }

        month ??= after?.Month;
        year ??= after?.Year;
        return month is >= 1 and <= 12 && year is { } of && (day ?? 1) is >= 1 and var on && on <= DateTime.DaysInMonth(of, month.Value)
            ? new(of, month.Value, on)
            : null;
    }
}
