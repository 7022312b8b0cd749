using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// The French words by which a legal text announces, restricts and goes on: data, kept in one place, for the rules that say what may not
/// be torn from its neighbours.
/// </summary>
internal static partial class DraftingWords
{
    // Abbreviations after which a full stop ends nothing, whatever follows.
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "art", "arts", "al", "p", "pp", "cf", "ex", "env", "mm", "mme", "mlle", "mlles", "mmes", "dr", "pr", "me", "st", "ste", "chap", "sect",
        "circ", "réf", "ref", "tél", "tel", "vol", "éd", "ed", "fig", "av", "bd", "bld", "resp", "excl", "incl", "approx", "cons", "cass",
        "soc", "civ", "crim", "ord", "min", "max", "op", "cit", "ibid", "suiv", "spéc", "jurispr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Abbreviations only when a number follows: "n. 12", "no. 5", "etc. 2" is none.
    private static readonly FrozenSet<string> AbbreviationsBeforeNumber = new[] { "n", "no", "nos", "nr", "fasc", "tab", "ann", "dép", "dept", "lig", "col" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ArticleLetters = new[] { "L", "LO", "R", "D", "A", "C", "O" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsAbbreviation(string word) => Abbreviations.Contains(word);

    public static bool IsAbbreviationBeforeNumber(string word) => AbbreviationsBeforeNumber.Contains(word);

    /// <summary>The letter of a code's part: "L. 512-1".</summary>
    public static bool IsArticleLetter(string word) => ArticleLetters.Contains(word);

    /// <summary>"1", "II", "a", "2-1" alone before a full stop: the number of a paragraph.</summary>
    public static bool IsNumbering(string word) => Numbering().IsMatch(word);

    /// <summary>A sentence that can't be understood without the one before.</summary>
    public static bool LeansOnPrevious(ReadOnlySpan<char> sentence) => Leaning().IsMatch(sentence);

    /// <summary>A sentence that takes something back from the rule before it.</summary>
    public static bool OpensException(ReadOnlySpan<char> sentence) => ExceptionOpening().IsMatch(sentence);

    /// <summary>A sentence that says, wherever in it, that a rule doesn't hold for someone.</summary>
    public static bool StatesException(ReadOnlySpan<char> sentence) => ExceptionOpening().IsMatch(sentence) || ExceptionInside().IsMatch(sentence);

    /// <summary>The marker that a list item begins with; empty when it has none.</summary>
    public static int MarkerLength(ReadOnlySpan<char> line)
    {
        foreach (var match in Marker().EnumerateMatches(line))
            return match.Length;
        return 0;
    }

    [GeneratedRegex(@"^(?:\d{1,2}(?:[-.]\d{1,2})*|[IVXL]{1,6}|[a-zA-Z])$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(
        @"^[«""“\s–—-]*(?:" +
        "toutefois|cependant|néanmoins|en outre|par ailleurs|de plus|en revanche|à l['’]inverse|par contre|inversement|pour autant|" +
        "cette|ce|cet|ces|celui-ci|celle-ci|ceux-ci|celles-ci|celui|celle|ceux|celles|cela|c['’]est|c['’]était|il|elle|ils|elles|leurs?|son|sa|ses|" +
        "dans ce cas|dans ces cas|dans cette|dans ces|dans le cas contraire|dans tous les cas|en ce cas|en ce sens|à cet effet|à cette fin|à ce titre|" +
        "pour cela|pour ce faire|de ce fait|à défaut|sinon|dès lors|ainsi|donc|ensuite|enfin|mais|et|ou|ni|car|en effet|" +
        "de même|également|l['’]une?|les mêmes|le même|la même|tel est|telle est|tels sont|" +
        "les? dits?|ladite|ledit|lesdits|lesdites|l['’]intéressée?|auquel cas|à laquelle s['’]ajoute" +
        @")(?=[\s,;:.-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();

    [GeneratedRegex(
        @"^[«""“\s–—-]*(?:(?:[IVX]+|\d+|[a-z])\s*[.)°]?\s*[-–—.]?\s*)?(?:" +
        "toutefois|cependant|néanmoins|sauf|par dérogation|par exception|à l['’]exception|à titre dérogatoire|à titre exceptionnel|en revanche|" +
        "exceptions?|sont exclus|sont exclues|ne sont pas|n['’]est pas|n['’]ont pas droit|par contre" +
        @")(?=[\s,;:.]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExceptionOpening();

    [GeneratedRegex(
        @"(?:\bpar dérogation\b|\bne s['’]appliquen?t? pas\b|\bn(?:e sont|['’]est|e soient|e seront|e sera) (?:pas|plus) (?:applicables?|soumise?s?|dues?|dus?|opposables?)\b|" +
        @"\bne (?:sont|s['’]appliquent|s['’]applique) (?:toutefois|cependant) pas\b|\bà l['’]exception d|\bsont exclue?s\b|\best exclue?\b|\bpar exception\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExceptionInside();

    [GeneratedRegex(
        @"^\s*(?:[-–—•‣▪■●○◦·*➢➔►✓]\s*|\p{Co}\s*|o\s+(?=\p{L})|\(?\d{1,2}(?:\.\d{1,2})*\s?(?:°\)?|\)|\.(?=\s)|/)\s*|\(?[a-zA-Z]\s?\)\s*|[a-z]\.\s+|\(?[ivx]{1,4}\)\s*|(?:[IVX]{1,5}|[A-Z])\s?[.)]?\s?[-–—]\s+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
