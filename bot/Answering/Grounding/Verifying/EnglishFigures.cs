using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Puts the figures of an English claim the French way, so that they can be compared with French passages. The words stay.</summary>
internal static partial class EnglishFigures
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] French = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly string[] Numbers =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly string[] Positions = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["day"] = "jour",
        ["week"] = "semaine",
        ["month"] = "mois",
        ["quarter"] = "trimestre",
        ["year"] = "an",
        ["hour"] = "heure",
        ["minute"] = "minute",
        ["days"] = "jours",
        ["weeks"] = "semaines",
        ["months"] = "mois",
        ["quarters"] = "trimestres",
        ["years"] = "ans",
        ["hours"] = "heures",
        ["minutes"] = "minutes",
        ["monthly"] = "mensuel",
        ["yearly"] = "annuel",
        ["annual"] = "annuel",
        ["annually"] = "annuel",
        ["weekly"] = "hebdomadaire",
        ["daily"] = "journalier",
        ["half"] = "moitie",
        ["thirds"] = "tiers",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["fifty"] = "50",
        ["sixty"] = "60",
        ["ninety"] = "90",
        ["hundred"] = "cent",
        ["percent"] = "%",
        ["per"] = "par",
        ["and"] = "et",
        ["to"] = "a",
        ["or"] = "ou",
    };

    public static string InFrench(string plain)
    {
        var text = Thousands().Replace(plain, match => match.Value.Replace(",", "", StringComparison.Ordinal));
        text = EuroFirst().Replace(text, "$1 €");
        text = MonthFirst().Replace(text, match => $"{match.Groups[2].Value} {match.Groups[1].Value} {match.Groups[3].Value}");
        text = PositionSuffix().Replace(text, "$1e");
        text = text.Replace("per cent", "%", StringComparison.Ordinal).Replace("a month", "par mois", StringComparison.Ordinal).Replace("a year", "par an", StringComparison.Ordinal);
        return Word().Replace(text, match => Translate(match.Value));
    }

    private static string Translate(string word)
    {
        if (Array.IndexOf(Months, word) is >= 0 and var month)
            return French[month];
        if (Array.IndexOf(Numbers, word) is >= 0 and var number)
            return (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Array.IndexOf(Positions, word) is >= 0 and var position)
            return $"{position + 1}e";
        return Words.GetValueOrDefault(word, word);
    }

    [GeneratedRegex(@"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"€ ?(\d[\d.]*\d|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex EuroFirst();

    [GeneratedRegex(@"\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(\d+)(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PositionSuffix();

    [GeneratedRegex(@"[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
