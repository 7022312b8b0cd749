using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>The values that a text states, each with its kind: an amount, a rate, a duration in months, a day, a bare number.</summary>
/// <remarks>Written apart from the product's own reading of figures, so that an error in one is seen by the other.</remarks>
internal static partial class StatedValues
{
    private static readonly FrozenDictionary<string, int> Small = new (string Word, int Value)[]
    {
        ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10), ("onze", 11),
        ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16), ("vingt", 20), ("vingts", 20), ("trente", 30), ("quarante", 40),
        ("cinquante", 50), ("soixante", 60),
    }.ToFrozenDictionary(entry => entry.Word, entry => entry.Value);

    /// <summary>
    /// Whether the text states a value of a kind that <paramref name="value"/> has, and none of that kind is its; null where
    /// <paramref name="value"/> is no figure.
    /// </summary>
    public static bool? StatesAnother(string text, string value)
    {
        var wanted = In(value).ToHashSet();
        if (wanted.Count == 0)
            return null;
        var kinds = wanted.Select(stated => stated.Kind).ToHashSet();
        // A bare number beside a figure with a unit is a label's, a threshold's, an article's.
        if (kinds.Count > 1)
            kinds.Remove(Number);
        var found = In(text).Where(stated => kinds.Contains(stated.Kind)).ToList();
        return found.Count > 0 && !AnswerValue.Stands(text, value) && !found.Exists(wanted.Contains);
    }

    private const string Number = "number";

    internal static IEnumerable<(string Kind, string Value)> In(string text)
    {
        foreach (Match match in Value().Matches(AnswerValue.Unify(text)))
        {
            var (digits, words, unit) = (match.Groups["digits"].Value, match.Groups["words"].Value, match.Groups["unit"].Value);
            if (match.Groups["day"].Success)
                yield return ("day", match.Groups["day"].Value);
            else if (match.Groups["part"].Success)
                yield return ("part", $"{Figure(match.Groups["of"].Value)}/{match.Groups["part"].Value.TrimEnd('s')}");
            else if (unit.Length > 0)
                yield return (Singular(unit), Figure(digits + words));
            else if (digits.Length > 0 && !IsYear(digits))
                yield return (Number, Figure(digits));
        }
    }

    private static string Singular(string unit) => unit is "mois" ? unit : unit.TrimEnd('s') is "annee" ? "an" : unit.TrimEnd('s');

    private static bool IsYear(string digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    private static string Figure(string written)
    {
        if (written.Length == 0 || char.IsAsciiDigit(written[0]))
            return written.Contains(',', StringComparison.Ordinal) ? written.TrimEnd('0').TrimEnd(',') : written;
        // "soixante et un", "quatre-vingt-dix", "cent cinquante-deux": sums, but for the twenties and the hundreds.
        var sum = 0;
        foreach (var word in written.Split(' ', '-'))
        {
            if (word is "cent" or "cents")
                sum = Math.Max(1, sum) * 100;
            else if (word is "vingt" or "vingts" && sum % 100 is 4)
                sum += 76;
            else
                sum += Small.GetValueOrDefault(word);
        }

        return sum.ToString(CultureInfo.InvariantCulture);
    }

    private const string Word = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?)";

    [GeneratedRegex(
        @"(?<day>\d{4}-\d\d-\d\d)" +
        @"|\b(?<of>un|une|" + Word + @") (?<part>tiers|quarts?|cinquiemes?|dixiemes?)\b" +
        @"|(?<![\d\p{L},.-])(?<digits>\d+(?:,\d+)?)(?: ?(?<unit>€|%|jours?\b|semaines?\b|mois\b|trimestres?\b|ans?\b|annees?\b|heures?\b|hectares?\b)|(?![\d\p{L}°€%,.-]|,\d))" +
        @"|\b(?<words>" + Word + @"(?:(?:-| et | )(?:une?|" + Word + @"))*|une?) (?<unit>jours?|semaines?|mois|trimestres?|ans?|annees?|heures?|hectares?|%|€)(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
