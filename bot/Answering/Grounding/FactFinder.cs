using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Grounding.Verifying;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Finds the numbers, amounts, percentages, dates, durations and article references of a text, each in one form.</summary>
internal static partial class FactFinder
{
    private static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>
    {
        ["janvier"] = 1,
        ["février"] = 2,
        ["fevrier"] = 2,
        ["mars"] = 3,
        ["avril"] = 4,
        ["mai"] = 5,
        ["juin"] = 6,
        ["juillet"] = 7,
        ["août"] = 8,
        ["aout"] = 8,
        ["septembre"] = 9,
        ["octobre"] = 10,
        ["novembre"] = 11,
        ["décembre"] = 12,
        ["decembre"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> DurationUnits = new Dictionary<string, string>
    {
        ["jour"] = "jour",
        ["jours"] = "jour",
        ["semaine"] = "semaine",
        ["semaines"] = "semaine",
        ["mois"] = "mois",
        ["trimestre"] = "trimestre",
        ["trimestres"] = "trimestre",
        ["semestre"] = "semestre",
        ["semestres"] = "semestre",
        ["an"] = "an",
        ["ans"] = "an",
        ["année"] = "an",
        ["années"] = "an",
        ["heure"] = "heure",
        ["heures"] = "heure",
        ["h"] = "heure",
        ["minute"] = "minute",
        ["minutes"] = "minute",
    }.ToFrozenDictionary();

    public static ImmutableHashSet<StatedFact> Find(string text)
    {
        var facts = ImmutableHashSet.CreateBuilder<StatedFact>();
        // Cells and lines are apart: "Gir 4" beside "674,27 €" is no 4 674,27 €.
        foreach (var cell in text.Split('\t', '\n'))
        {
            foreach (Match match in Fact().Matches(NormalizedText.Of(cell).Text))
                facts.UnionWith(FactsOf(match));
        }

        return facts.ToImmutable();
    }

    private static IEnumerable<StatedFact> FactsOf(Match match)
    {
        if (match.Groups["month"].Success)
        {
            var month = Months[match.Groups["month"].Value].ToString("00", CultureInfo.InvariantCulture);
            var year = match.Groups["year"].Success ? match.Groups["year"].Value : "-";
            yield return new(FactKind.Date, match.Groups["day"].Success ? $"{year}-{month}-{Two(match.Groups["day"].Value)}" : $"{year}-{month}");
        }
        else if (match.Groups["numericYear"].Success)
        {
            yield return new(FactKind.Date, $"{match.Groups["numericYear"].Value}-{Two(match.Groups["numericMonth"].Value)}-{Two(match.Groups["numericDay"].Value)}");
        }
        else if (match.Groups["letter"].Success)
        {
            yield return new(FactKind.Article, match.Groups["letter"].Value + Spaceless().Replace(match.Groups["article"].Value, ""));
        }
        else if (match.Groups["plainArticle"].Success)
        {
            yield return new(FactKind.Article, Spaceless().Replace(match.Groups["plainArticle"].Value, ""));
        }
        else if (match.Groups["numerator"].Success)
        {
            yield return new(FactKind.Fraction, $"{NumberOf(match.Groups["numerator"].Value)}/{DenominatorOf(match.Groups["denominator"].Value)}");
        }
        else
        {
            var value = NumberOf(match.Groups["number"].Success ? match.Groups["number"].Value : match.Groups["word"].Value);
            yield return WithUnit(value, match.Groups["unit"].Value);
        }
    }

    private static StatedFact WithUnit(string value, string unit) => unit switch
    {
        "" => new(FactKind.Number, value),
        "€" or "eur" or "euro" or "euros" => new(FactKind.Amount, value),
        "%" or "pour cent" or "p. 100" or "pour 100" => new(FactKind.Percentage, value),
        _ => new(FactKind.Duration, value, DurationUnits[unit]),
    };

    private static string NumberOf(string written)
    {
        if (!char.IsDigit(written[0]))
            return WrittenNumber.OfWords(written);
        var digits = ThousandsPoint().IsMatch(written) ? written.Replace(".", "", StringComparison.Ordinal) : written;
        digits = digits.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        digits = point < 0 ? digits : digits.TrimEnd('0').TrimEnd('.');
        var trimmed = digits.TrimStart('0');
        return trimmed.Length == 0 || trimmed[0] == '.' ? "0" + trimmed : trimmed;
    }

    private static string DenominatorOf(string written) => written.TrimEnd('s') switch
    {
        "tier" => "3",
        "quart" => "4",
        "cinquième" => "5",
        "sixième" => "6",
        "dixième" => "10",
        "vingtième" => "20",
        "trentième" => "30",
        "centième" => "100",
        var digits => digits,
    };

    private static string Two(string digits) => digits.PadLeft(2, '0');

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaceless();

    [GeneratedRegex(@"^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex ThousandsPoint();

    private const string Word = @"(?:deux|trois|quatre(?:-vingts?(?:-dix)?)?|cinq|six|sept|huit|neuf|dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize|" +
        @"(?:vingt|trente|quarante|cinquante|soixante(?:-dix)?)(?:(?:-| et )(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?|cent|mille)";

    // In the order of preference: what is a date must not be read as a number first.
    [GeneratedRegex(
        @"(?:\b(?<day>\d{1,2})(?:er)? (?=\p{L}))?\b(?<month>janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)\b(?: (?<year>\d{4})\b)?" +
        @"|(?<![\d/.-])(?<numericDay>\d{1,2})[/.](?<numericMonth>\d{1,2})[/.](?<numericYear>\d{4})(?!\d)" +
        @"|(?<![\d-])(?<numericYear>\d{4})-(?<numericMonth>\d{2})-(?<numericDay>\d{2})(?![\d-])" +
        @"|\b(?<letter>lo|[lrdac])\.? ?\*{0,2}(?<article>\d+(?:-\d+)*(?: (?:bis|ter|quater|quinquies|sexies)\b)?)" +
        @"|\b(?:art\.|articles?) (?<plainArticle>\d+(?:-\d+)*(?: (?:bis|ter|quater|quinquies|sexies)\b)?)(?!er\b)" +
        @"|(?<![\d/])(?<numerator>\d{1,3})/(?<denominator>\d{1,3})(?![\d/])" +
        @"|\b(?<numerator>" + Word + @"|une?|\d+) (?<denominator>tiers|quarts?|(?:cinqu|six|dix|vingt|trent|cent)ièmes?)\b" +
        @"|(?<![\d\p{L}])(?<number>\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)(?: ?(?<unit>%|pour cent\b|p\. ?100\b|pour 100\b|€|euros?\b|eur\b|jours?\b|semaines?\b|mois\b|trimestres?\b|semestres?\b|ans?\b|années?\b|heures?\b|h\b|minutes?\b))?" +
        @"|\b(?<word>" + Word + @")\b(?: (?<unit>pour cent\b|euros?\b|jours?\b|semaines?\b|mois\b|trimestres?\b|semestres?\b|ans?\b|années?\b|heures?\b|minutes?\b))?" +
        @"|\b(?<word>une?) (?<unit>jours?|semaines?|mois|trimestres?|semestres?|ans?|années?|heures?|minutes?)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Fact();
}
