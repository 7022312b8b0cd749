using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>The number of an article as printed ("L. 512-1", "R*. 123-4", "1er", "12 bis", "Annexe II", "Tableau n° 57 bis") and its one normalised form.</summary>
public static partial class ArticleNumber
{
    /// <summary>Latin words that number what was put between two articles.</summary>
    internal const string Multiplicatives =
        "bis|ter|quater|quinquies|sexies|septies|octies|nonies|novies|decies|undecies|duodecies|terdecies|quaterdecies|quindecies|sexdecies|septdecies|octodecies|novodecies|vicies|unvicies|duovicies|tervicies|quatervicies|quinvicies";

    // A capital after the number belongs to it ("L. 351-7-1 A", "1609 nonies C", "235 ter ZD") unless it numbers a paragraph (I, V, X),
    // begins a reference ("L."), or is the preposition of a sentence set without accents ("A compter du…").
    internal const string Suffix =
        @"(?<suffix>(?:\s?(?i:" + Multiplicatives + @")(?![a-z])(?:-\d{1,3})?(?!-))?(?:\s?(?:Z[A-Z]|[B-HJ-UWYZ]|A(?!\s(?!(?i:du|de|des|et|ou|a|est|sont|il|la|le|qui|" + Multiplicatives + @")\b)[a-z]))(?![\p{L}\p{Nd}'.°])(?:\s(?i:" + Multiplicatives + @")\b)?)?)";

    internal const string Coded =
        @"(?<prefix>(?i:l\s?\.?\s?[op]|[lrda])\s?\*?\s?\.?\s?\*?)\s?(?<digits>\d{1,5}(?:-\s?\d{1,4})*)" + Suffix;

    internal const string Ranked =
        @"(?<kind>(?i:annexe|tableau))(?i:\s+n\s?[°o]\s?|\s+)(?<rank>\d{1,3}(?:-\d{1,3})*(?!\d)|(?i:[ivx]{2,6})\b|[A-Z]\b(?!'))" + Suffix;

    internal const string Plain =
        @"(?<digits>\d{1,4}(?:-\d{1,3})*(?=\D|$)|(?i:premier|unique)\b|I(?=\s?er\b))(?i:\s?er\b|\s?ere\b)?" + Suffix;

    /// <summary>Returns false for a text that is no article's number, or that goes on after it.</summary>
    /// <param name="printed">As printed after the word "Article", or with the word "Annexe" or "Tableau".</param>
    /// <param name="number">As in <see cref="ArticleKey.Number"/>: "L512-1", "R123-4", "1", "12bis", "annexe2", "tableau57bis".</param>
    public static bool TryNormalize(string printed, out string number)
    {
        var match = Whole().Match(PlainLetters.Fold(printed));
        number = match.Success ? Normalize(match) : "";
        return match.Success;
    }

    /// <summary>Reads the number that begins at this position, as after the word "Article"; false when none does.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="start">Where the number begins in <see cref="PlainLetters.Text"/>.</param>
    /// <param name="length">Its characters there.</param>
    public static bool TryReadAt(PlainLetters plain, int start, out int length)
    {
        var match = Beginning().Match(plain.Text, start);
        length = match.Length;
        return match.Success;
    }

    internal static string Normalize(Match match)
    {
        if (match.Groups["kind"].Success)
            return match.Groups["kind"].Value.ToLowerInvariant() + Arabic(match.Groups["rank"].Value) + Tight(match.Groups["suffix"].Value);

        // Which decree an article was put in ("R*", "D**") never distinguishes two articles of one code.
        var prefix = Letters().Match(match.Groups["prefix"].Value.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)).Value;
        var digits = match.Groups["digits"].Value.ToLowerInvariant() switch
        {
            "premier" or "i" => "1",
            var other => other.Replace(" ", "", StringComparison.Ordinal),
        };
        return prefix + digits + Tight(match.Groups["suffix"].Value);
    }

    // Capitals stay capitals and Latin words small, however the source spells them.
    private static string Tight(string suffix) =>
        LatinWord().Replace(suffix.Replace(" ", "", StringComparison.Ordinal), word => word.Value.ToLowerInvariant());

    // A single C, D, L or M is a letter among A, B, C; I, V and X are numbers.
    private static string Arabic(string rank)
    {
        var upper = rank.ToUpperInvariant();
        return upper is not ("C" or "D" or "L" or "M") && RomanNumeral.TryParse(upper, out var value)
            ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : upper;
    }

    [GeneratedRegex(@"\G(?:" + Coded + "|" + Plain + @"°?)(?![\p{L}\p{Nd}%])", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex("(?i:" + Multiplicatives + ")(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"^[A-Z]*")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\s*(?:" + Coded + "|" + Plain + "°?|" + Ranked + @"|(?<kind>(?i:annexe)))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
