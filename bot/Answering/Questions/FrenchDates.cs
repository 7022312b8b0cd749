using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Questions;

/// <param name="Period">The days it means.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Characters.</param>
/// <param name="IsBareYear">Nothing but four digits: perhaps no date.</param>
internal readonly record struct FoundDate(AsOf Period, int Start, int Length, bool IsBareYear = false);

/// <summary>Reads days, months, quarters and years as French people type them, without deciding what they are the date of.</summary>
internal static partial class FrenchDates
{
    private const string Month =
        @"(?<month>janv(?:ier)?|jan|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\b\.?";

    private static readonly string[] MonthStarts = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];

    /// <summary>In the order of the text; none overlaps another.</summary>
    /// <param name="folded">As <see cref="FoldedText"/> gives it.</param>
    /// <param name="today">Relative dates count from here.</param>
    public static IEnumerable<FoundDate> Find(string folded, DateOnly today)
    {
        // The most precise reading of a stretch of text wins: a day before the month and the year inside it.
        var found = new List<FoundDate>();
        foreach (var (pattern, read) in Readings)
        {
            foreach (Match match in pattern.Matches(folded))
            {
                if (found.Exists(other => match.Index < other.Start + other.Length && other.Start < match.Index + match.Length))
                    continue;
                if (read(match, today) is { } period)
                    found.Add(new(period, match.Index, match.Length, ReferenceEquals(pattern, BareYear())));
            }
        }

        return found.OrderBy(date => date.Start);
    }

    private static (Regex Pattern, Func<Match, DateOnly, AsOf?> Read)[] Readings =>
    [
        (IsoDay(), (match, _) => Day(match)),
        (NumericDay(), (match, _) => Day(match)),
        (WrittenDay(), (match, _) => Day(match)),
        (Quarter(), (match, _) => Quarter(match)),
        (WrittenMonth(), (match, _) => AsOf.Month(Year(match), MonthOf(match))),
        (NumericMonth(), (match, _) => AsOf.Month(Year(match), Number(match, "month"))),
        (SinceMonth(), (match, today) => SinceLast(match, today)),
        (RelativeMonth(), (match, today) => Shifted(MonthOf(today), match.Groups["next"].Success ? 1 : match.Groups["last"].Success ? -1 : 0)),
        (RelativeYear(), (match, today) => AsOf.Year(today.Year + (match.Groups["next"].Success ? 1 : match.Groups["last"].Success ? -1 : 0))),
        (RelativeDay(), (match, today) => AsOf.Day(today.AddDays(match.Value switch { "hier" => -1, "demain" => 1, _ => 0 }))),
        (YearSpan(), (match, _) => Span(match)),
        (PartOfYear(), (match, _) => Part(match)),
        (BareYear(), (match, today) => Year(match) <= today.Year + 20 ? AsOf.Year(Year(match)) : null),
    ];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Year(Match match)
    {
        var year = Number(match, "year");
        return match.Groups["year"].Length == 2 ? 2000 + year : year;
    }

    private static int MonthOf(Match match) => int.TryParse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture, out var number)
        ? number
        : Array.FindIndex(MonthStarts, start => match.Groups["month"].ValueSpan.StartsWith(start, StringComparison.Ordinal)) + 1;

    private static AsOf MonthOf(DateOnly day) => AsOf.Month(day.Year, day.Month);

    private static AsOf Shifted(AsOf month, int months)
    {
        var first = month.First.AddMonths(months);
        return AsOf.Month(first.Year, first.Month);
    }

    private static AsOf? Day(Match match)
    {
        var (year, month, day) = (Year(match), MonthOf(match), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? AsOf.Day(new(year, month, day)) : null;
    }

    private static AsOf Quarter(Match match)
    {
        var months = match.Groups["half"].Success ? 6 : 3;
        var first = new DateOnly(Year(match), ((Math.Min(Ordinal(match), 12 / months) - 1) * months) + 1, 1);
        return new(first, first.AddMonths(months).AddDays(-1));
    }

    private static int Ordinal(Match match) => match.Groups["ordinal"].Value switch
    {
        "premier" or "1er" or "1" => 1,
        "2e" or "2eme" or "2nd" or "deuxieme" or "second" or "2" => 2,
        "3e" or "3eme" or "troisieme" or "3" => 3,
        _ => 4,
    };

    // "depuis janvier": the last January that has begun.
    private static AsOf SinceLast(Match match, DateOnly today)
    {
        var month = MonthOf(match);
        var day = match.Groups["day"].Success ? Number(match, "day") : 1;
        var year = month < today.Month || (month == today.Month && day <= today.Day) ? today.Year : today.Year - 1;
        var first = new DateOnly(year, month, Math.Clamp(day, 1, DateTime.DaysInMonth(year, month)));
        return new(first, today);
    }

    private static AsOf? Span(Match match)
    {
        var (first, last) = (Number(match, "first"), Number(match, "second"));
        last = last < 100 ? (first / 100 * 100) + last : last;
        return first < last && last - first <= 10 ? new(new(first, 1, 1), new(last, 12, 31)) : null;
    }

    private static AsOf Part(Match match)
    {
        var (first, last) = match.Groups["part"].Value switch { "debut" => (1, 3), "mi" => (5, 8), _ => (10, 12) };
        var end = new DateOnly(Year(match), last, 1).AddMonths(1).AddDays(-1);
        return new(new(Year(match), first, 1), end);
    }

    [GeneratedRegex(@"(?<![\d-])(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"(?<![\d./-])(?<day>\d{1,2})(?:(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d)|/(?<month>\d{1,2})/(?<year>\d\d))(?![\d/-])", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDay();

    [GeneratedRegex($@"(?<!\d)(?:(?<day>1) ?er|(?<day>\d{{1,2}})) {Month} (?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenDay();

    [GeneratedRegex(@"\b(?:(?<ordinal>premier|1er|2e|2eme|2nd|deuxieme|second|3e|3eme|troisieme|4e|4eme|quatrieme|dernier) (?:trimestre|(?<half>semestre)) (?:de (?:l'annee )?)?|t(?<ordinal>[1-4]) ?)(?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex($@"\b{Month} (?:de l'annee )?(?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenMonth();

    [GeneratedRegex(@"(?<=(?:^|[ (,;:']))(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\d\d)(?![\d/-])", RegexOptions.CultureInvariant)]
    private static partial Regex NumericMonth();

    [GeneratedRegex($@"(?<=\bdepuis )(?:(?:le )?(?:(?<day>1) ?er |(?<day>\d{{1,2}}) ))?(?:fin |mi-|debut )?{Month}(?! ?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex SinceMonth();

    [GeneratedRegex(@"\b(?:le mois (?:(?<last>dernier|passe|precedent)|(?<next>prochain|suivant))|ce mois(?:-ci)?\b)", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeMonth();

    [GeneratedRegex(@"\bl'an(?:nee)? (?:(?<last>dernier|derniere|passee?)|(?<next>prochaine?))\b|\bcette annee\b|\bannee en cours\b", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeYear();

    [GeneratedRegex(@"\b(?:aujourd'hui|actuellement|a ce jour|en ce moment|a l'heure actuelle|hier|demain)\b", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeDay();

    [GeneratedRegex(@"(?<![\w./°-])(?<!n° ?)(?<first>(?:19|20)\d\d) ?[-/] ?(?:(?<second>(?:19|20)\d\d)|(?<=(?:saison|annee|campagne|exercice|rentree|scolaire) \d{4}[-/])(?<second>\d\d))(?![\d/-])", RegexOptions.CultureInvariant)]
    private static partial Regex YearSpan();

    [GeneratedRegex(@"\b(?<part>debut|mi|fin)[ -](?:de )?(?:l'annee )?(?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear();

    [GeneratedRegex(@"(?<![\d\w])(?<year>(?:19[5-9]|20[0-9])\d)(?![\d\w])", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();
}
