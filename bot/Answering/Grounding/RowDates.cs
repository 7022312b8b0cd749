using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// The days from which, or between which, the rows of a table are in force, read from their cells: "1er avril 2014", "2023",
/// "janvier 2015", "du 1er mai 2019 au 30 avril 2020", "jusqu'au 31 décembre 2012".
/// </summary>
internal static partial class RowDates
{
    // A table whose cells name a year here and there is not a series of dates.
    private const double LeastShareOfDatedRows = 0.6;

    /// <summary>Null for a table that is no series of dates; else the period of each row, null for a row without one.</summary>
    /// <param name="header">One cell a column; empty when the table has none.</param>
    /// <param name="rows">The cells of each row.</param>
    public static ImmutableArray<ValidityPeriod?>? Of(ImmutableArray<string> header, IReadOnlyList<ImmutableArray<string>> rows)
    {
        if (rows.Count < 2)
            return null;
        var columns = rows.Min(row => row.Length);
        for (var column = 0; column < Math.Min(columns, 2); column++)
        {
            // Years of birth are a condition on the person, not the life of a rule.
            if (column < header.Length && Birth().IsMatch(FoldedText.Of(header[column].Normalize())))
                continue;
            var starts = rows.Select(row => StartOf(row[column])).ToArray();
            if (starts.Count(start => start is not null) >= Math.Max(2, LeastShareOfDatedRows * rows.Count) && Distinct(starts))
                return WithEnds(starts);
        }

        return null;
    }

    /// <summary>The row in force on a day: of those whose period holds it the one that began last; null when none does.</summary>
    public static int? InForceOn(DateOnly day, ImmutableArray<ValidityPeriod?> periods)
    {
        int? best = null;
        var begun = ValidityPeriod.OpenStart;
        for (var i = 0; i < periods.Length; i++)
        {
            if (periods[i] is not { } period || !period.Contains(day) || (best is not null && period.From <= begun))
                continue;
            best = i;
            begun = period.From;
        }

        return best;
    }

    private static bool Distinct((DateOnly From, DateOnly? Until)?[] starts)
    {
        var known = starts.OfType<(DateOnly From, DateOnly? Until)>().Select(start => start.From).ToArray();
        return known.Distinct().Count() * 2 > known.Length;
    }

    private static ImmutableArray<ValidityPeriod?> WithEnds((DateOnly From, DateOnly? Until)?[] starts)
    {
        var ordered = starts.OfType<(DateOnly From, DateOnly? Until)>().Select(start => start.From).Distinct().Order().ToArray();
        return [.. starts.Select(start => start is { } known ? new ValidityPeriod(known.From, EndOf(known, ordered)) : (ValidityPeriod?)null)];
    }

    private static DateOnly EndOf((DateOnly From, DateOnly? Until) row, DateOnly[] starts)
    {
        var next = Array.Find(starts, start => start > row.From);
        var following = next == default ? ValidityPeriod.OpenEnd : next;
        return row.Until is { } until && until >= row.From ? until : following;
    }

    private static (DateOnly From, DateOnly? Until)? StartOf(string cell)
    {
        var folded = FoldedText.Of(cell.Normalize().Trim());
        if (folded.Length is 0 or > 80)
            return null;
        // Relative words ("cette année") have no day here; a day far ahead keeps every year a year.
        var dates = FrenchDates.Find(folded, new(2090, 1, 1)).ToArray();
        if (dates.Length is 0 or > 2 || !IsMadeOfDates(folded, dates))
            return null;
        if (dates.Length == 2)
            return (dates[0].Period.First, dates[1].Period.Last.AddDays(1));
        if (Until().IsMatch(folded))
            return (ValidityPeriod.OpenStart, dates[0].Period.Last.AddDays(1));
        // "2019" alone is the year; "à compter de 2019" and a day are starts.
        return (dates[0].Period.First, null);
    }

    /// <summary>"CSG 2019" is a label that holds a year; "à compter du 1er mai 2019 (décret)" is a date.</summary>
    private static bool IsMadeOfDates(string folded, FoundDate[] dates)
    {
        var rest = folded.ToCharArray();
        foreach (var date in dates)
            Array.Fill(rest, ' ', date.Start, date.Length);
        return DateWords().Replace(new string(rest), "").All(character => !char.IsLetter(character));
    }

    [GeneratedRegex(@"\b(?:naissance|nee?s?|generations?|age)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Birth();

    [GeneratedRegex(@"^(?:jusqu'|avant )", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:depuis|a compter|a partir|des|du|de|au|le|la|en|et|jusqu'?|entre|avant|apres|annee|mois|l'annee|d'effet|effet|vigueur|er|revenus?|exercice|campagne|versions?|valeurs?)\b|'", RegexOptions.CultureInvariant)]
    private static partial Regex DateWords();
}
