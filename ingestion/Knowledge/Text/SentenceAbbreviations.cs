using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>Where a full stop of French legal text ends no sentence.</summary>
internal static partial class SentenceAbbreviations
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

    [GeneratedRegex(@"^(?:\d{1,2}(?:[-.]\d{1,2})*|[IVXL]{1,6}|[a-zA-Z])$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
