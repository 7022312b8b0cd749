using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Finds the figures of a plain text in its order, each in one form.</summary>
internal static partial class FigureFinder
{
    private static readonly string[] Months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly string[] Ordinals =
    [
        "premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme", "onzieme", "douzieme",
        "treizieme", "quatorzieme", "quinzieme", "seizieme",
    ];

    public static ImmutableArray<Figure> Find(string plain)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (Match match in Pattern().Matches(plain))
        {
            // "un" and "une" count only what they are the measure of.
            if (match.Value is not ("un" or "une"))
                figures.Add(Of(match));
        }

        ShareUnits(plain, figures);
        return figures.ToImmutable();
    }

    private static Figure Of(Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        string? Part(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

        if (Part("month") is { } month)
        {
            var date = $"{Part("year") ?? "-"}-{Array.IndexOf(Months, month) + 1:00}";
            return new(FigureKind.Date, Part("day") is { } day ? $"{date}-{day.PadLeft(2, '0')}" : date, "", start, end);
        }
        else if (Part("numericYear") is { } year)
        {
            year = year.Length == 2 ? "20" + year : year;
            return new(FigureKind.Date, $"{year}-{Part("numericMonth")!.PadLeft(2, '0')}-{Part("numericDay")!.PadLeft(2, '0')}", "", start, end);
        }
        else if (Part("article") is { } article)
        {
            return new(FigureKind.Article, Spaces().Replace((Part("letter") ?? "") + article, ""), "", start, end);
        }
        else if (Part("reference") is { } reference)
        {
            return new(FigureKind.Reference, References.Of(reference.StartsWith("no", StringComparison.Ordinal) && reference.Length > 2 && char.IsDigit(reference[2]) ? reference[2..] : reference), "", start, end);
        }
        else if (Part("division") is { } division)
        {
            return new(FigureKind.Reference, $"{division}-{RomanOrDigits(Part("divisionNumber")!)}", "", start, end);
        }
        else if (Part("numerator") is { } numerator)
        {
            return new(FigureKind.Fraction, $"{Value(numerator)}/{Denominator(Part("denominator")!)}", "", start, end);
        }
        else if (Part("half") is { } half)
        {
            return new(FigureKind.Fraction, half.StartsWith("quart", StringComparison.Ordinal) ? "1/4" : half.StartsWith("tiers", StringComparison.Ordinal) ? "1/3" : "1/2", "", start, end);
        }
        else if (Part("ordinalWord") is { } ordinalWord)
        {
            var position = ordinalWord.StartsWith("second", StringComparison.Ordinal) ? 1 : ordinalWord.StartsWith("premier", StringComparison.Ordinal) ? 0 : Array.IndexOf(Ordinals, ordinalWord.TrimEnd('s'));
            return new(FigureKind.Ordinal, (position + 1).ToString(CultureInfo.InvariantCulture), "", start, end);
        }
        else if (Part("ordinal") is { } ordinal)
        {
            return new(FigureKind.Ordinal, ordinal, "", start, end);
        }
        else if (Part("rate") is { } rate)
        {
            return new(FigureKind.Rate, RateOf(rate), "", start, end);
        }
        else
        {
            var value = Part("number") is { } digits ? WrittenNumber.OfDigits(digits, Part("scale") ?? "") : WrittenNumber.OfWords(Part("words")!);
            return WithUnit(value, Part("unit") ?? "", start, end);
        }
    }

    private static Figure WithUnit(string value, string unit, int start, int end) => unit switch
    {
        "" when Figure.IsYear(value) && end - start == 4 => new(FigureKind.Date, value, "", start, end),
        "" => new(FigureKind.Number, value, "", start, end),
        _ when unit[0] is '€' || unit.StartsWith("eur", StringComparison.Ordinal) || unit.StartsWith("d'eur", StringComparison.Ordinal) => new(FigureKind.Amount, value, "", start, end),
        _ when unit[0] is '%' or 'p' => new(FigureKind.Percentage, value, "", start, end),
        _ => new(FigureKind.Duration, value, DurationUnit(unit), start, end),
    };

    private static string DurationUnit(string unit) => unit switch
    {
        _ when unit.StartsWith("jour", StringComparison.Ordinal) => "jour",
        "mois" => "mois",
        _ when unit.StartsWith("an", StringComparison.Ordinal) => "an",
        "h" => "heure",
        "min" or "mn" => "minute",
        _ => unit.TrimEnd('s'),
    };

    /// <summary>"de 18 à 25 ans": eighteen years; "10, 20 et 30 %".</summary>
    private static void ShareUnits(string plain, ImmutableArray<Figure>.Builder figures)
    {
        for (var i = figures.Count - 2; i >= 0; i--)
        {
            var (one, next) = (figures[i], figures[i + 1]);
            if (one.Kind is FigureKind.Number && next.Kind is FigureKind.Percentage or FigureKind.Amount or FigureKind.Duration && Joins().IsMatch(plain.AsSpan(one.End, next.Start - one.End)))
                figures[i] = one with { Kind = next.Kind, Unit = next.Unit };
            else if (one.Kind is FigureKind.Ordinal or FigureKind.Number && next.Kind is FigureKind.Date && next.Value.Length >= 7 && next.Value[^3] == '-' && Joins().IsMatch(plain.AsSpan(one.End, next.Start - one.End)) && one.Value.Length <= 2)
                figures[i] = one with { Kind = FigureKind.Date, Value = next.Value[..^2] + one.Value.PadLeft(2, '0') };
        }
    }

    private static string RateOf(string rate) => rate switch
    {
        _ when rate.Contains("mois", StringComparison.Ordinal) || rate.StartsWith("mensuel", StringComparison.Ordinal) => "mois",
        _ when rate.EndsWith("an", StringComparison.Ordinal) || rate.Contains("annu", StringComparison.Ordinal) || rate.Contains("annee", StringComparison.Ordinal) => "an",
        _ when rate.Contains("trimestr", StringComparison.Ordinal) => "trimestre",
        _ when rate.Contains("semestr", StringComparison.Ordinal) => "semestre",
        _ when rate.Contains("semaine", StringComparison.Ordinal) || rate.StartsWith("hebdo", StringComparison.Ordinal) => "semaine",
        _ when rate.Contains("heure", StringComparison.Ordinal) || rate.StartsWith("horaire", StringComparison.Ordinal) => "heure",
        _ => "jour",
    };

    private static string Value(string written) => char.IsDigit(written[0]) ? WrittenNumber.OfDigits(written, "") : WrittenNumber.OfWords(written);

    private static string Denominator(string written) => written.TrimEnd('s') switch
    {
        "tier" => "3",
        "quart" => "4",
        "demi" or "demie" => "2",
        "centieme" => "100",
        "vingtieme" => "20",
        "trentieme" => "30",
        "soixantieme" => "60",
        var digits when char.IsDigit(digits[0]) => digits,
        var word => (Array.IndexOf(Ordinals, word) + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static string RomanOrDigits(string written)
    {
        if (char.IsDigit(written[0]))
            return written;
        var (total, last) = (0, 0);
        foreach (var letter in written.Reverse())
        {
            var value = letter switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 100 };
            total += value < last ? -value : value;
            last = Math.Max(value, last);
        }

        return total.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*(?:a|et|ou|-|,|au|jusqu'a)\s*(?:l'age de )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    private const string Latin = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies";
    private const string Unit =
        @"%|pour ?cent\b|p\. ?100\b|pour 100\b|€|(?:d')?euros?\b|eur\b|jours?\b|semaines?\b|mois\b|trimestres?\b|semestres?\b|ans?\b|annees?\b|heures?\b|h\b|minutes?\b|min\b|mn\b";

    // In the order of preference: what is a date must not be read as a number first.
    [GeneratedRegex(
        @"(?:\b(?<day>\d{1,2})(?:er)? (?:jour de )?(?=\p{L}))?\b(?<month>janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b(?: (?<year>\d{4})\b)?" +
        @"|(?<![\d/.-])(?<numericDay>\d{1,2})[/.-](?<numericMonth>0?[1-9]|1[0-2])[/.-](?<numericYear>(?:19|20)\d{2}|\d{2})(?![\d/.-]?\d)" +
        @"|(?<![\d-])(?<numericYear>\d{4})-(?<numericMonth>\d{2})-(?<numericDay>\d{2})(?![\d-])" +
        @"|\b(?:art(?:icles?|\.) )?(?<letter>lo|[lrdac])(?:\.\s?|\s)?\*{0,2}(?<article>\d{1,4}(?:-\d+)+(?: (?:" + Latin + @")\b)?)" +
        @"|\b(?:art(?:icles?|\.) )?(?<letter>lo|[lrd])(?:\.\s?|(?=\d))\*{0,2}(?<article>\d{1,4}(?: (?:" + Latin + @")\b)?)(?!\d)" +
        @"|\bart(?:icles?|\.) (?<article>\d+(?:-\d+)*(?: (?:" + Latin + @")\b)?)(?!\d|er\b)" +
        @"|\bart(?:icles?|\.) (?<article>1)er\b" +
        @"|\b(?<division>annexe|livre|titre|chapitre|tome) (?<divisionNumber>[ivxlc]+|\d+)\b" +
        @"|\b(?:n(?:o|os|umero)\.? ?)?(?<reference>(?:[a-z]{1,8}[-/_])*(?:[a-z]{1,8})?(?:\d{5,}(?:-\d+)?\*\d+|\d+[a-z]?(?:[-/_][a-z\d]+){2,}|(?:19|20)\d\d[-/]\d+|\d+[-/](?:19|20)\d\d))\b(?!-\d)" +
        @"|\b(?<reference>[a-z]{1,5}-?\d+(?:-\d+)*)\b" +
        @"|(?<![\d/,])(?<numerator>\d{1,3}) ?/ ?(?<denominator>\d{1,3})(?![\d/,])" +
        @"|\b(?<numerator>" + WrittenNumber.Word + @"|\d+) (?<denominator>tiers|quarts?|(?:cinqu|six|sept|huit|neuv|dix|douz|vingt|trent|soixant|cent)iemes?)\b" +
        @"|\b(?<half>moitie|quart(?= d)|(?<=\b(?:le|du|au) )tiers(?= d))\b" +
        @"|(?<![\d,.])(?<ordinal>\d{1,3})(?:ers?|eres?|res?|e|es|emes?|iemes?|nde?)\b" +
        @"|\b(?<ordinalWord>premiers?|premieres?|secondes?|seconds?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz)iemes?)\b" +
        @"|(?<![\d\p{L},.])(?<number>\d{1,3}(?: \d{3})+(?!\d)(?:[,.]\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)(?: ?(?<scale>millions?|milliards?|mille|mds?(?= ?€)|[mk](?= ?€)))?(?:(?: |-)?(?<unit>" + Unit + "))?" +
        @"|\b(?<rate>(?:par|chaque|tous les) (?:mois|an|annee|jour|semaine|trimestre|semestre|heure)\b|(?:mensuel|annuel|trimestriel|semestriel)(?:le)?(?:s|ment)?\b|hebdomadaires?\b|journali(?:er|ere)s?\b|quotidien(?:ne)?s?\b|horaires?\b|de l'heure\b)" +
        @"|\b(?<words>" + WrittenNumber.Word + @"(?:(?: |-)(?:et(?: |-))?" + WrittenNumber.Word + @")*)\b(?:(?: |-)(?<unit>" + Unit + "))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
