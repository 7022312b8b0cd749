using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Samples;

/// <summary>
/// Sets the spaces that French typography wants (the texts are typed with plain ones) and, where the body asks for it, soft hyphens:
/// Chromium brings no French hyphenation of its own on Debian.
/// </summary>
internal static partial class FrenchTypography
{
    private const string Narrow = "\u202F", Fixed = "\u00A0", SoftHyphen = "\u00AD";

    public static string Apply(string html)
    {
        var body = html.IndexOf("<body", StringComparison.Ordinal);
        var hyphenated = html.AsSpan(body).StartsWith("<body class=\"hyphenated\"");
        return html[..body] + TextBetweenTags().Replace(html[body..], match => Set(match.Value, hyphenated));
    }

    private static string Set(string text, bool hyphenated)
    {
        text = BeforeHighPunctuation().Replace(text, Narrow);
        text = Thousands().Replace(text, Narrow);
        text = BeforeColonOrUnit().Replace(text, Fixed);
        text = AfterAbbreviation().Replace(text, Fixed);
        text = text.Replace("« ", "«" + Fixed, StringComparison.Ordinal).Replace(" »", Fixed + "»", StringComparison.Ordinal);
        text = text.Replace('\'', '’');
        return hyphenated ? LongWord().Replace(text, match => Hyphenate(match.Value)) : text;
    }

    /// <summary>
    /// A break before a consonant (or an inseparable pair of them) followed by a vowel, three letters away from both ends.
    /// Found from right to left, so that insertions do not move those still to come.
    /// </summary>
    private static string Hyphenate(string word)
    {
        var result = new StringBuilder(word);
        foreach (Match syllable in Syllable().Matches(word))
        {
            if (syllable.Index >= 3 && word.Length - syllable.Index >= 3)
                result.Insert(syllable.Index, SoftHyphen);
        }

        return result.ToString();
    }

    [GeneratedRegex(@"(?<=>)[^<]+(?=<)")]
    private static partial Regex TextBetweenTags();

    [GeneratedRegex(@" (?=[;!?])")]
    private static partial Regex BeforeHighPunctuation();

    [GeneratedRegex(@"(?<=\b\d{1,3}) (?=\d{3}\b)")]
    private static partial Regex Thousands();

    [GeneratedRegex(@" (?=[:%€])")]
    private static partial Regex BeforeColonOrUnit();

    [GeneratedRegex(@"(?<=\b(n°|[LRD]\.)) ")]
    private static partial Regex AfterAbbreviation();

    [GeneratedRegex(@"\p{L}{7,}")]
    private static partial Regex LongWord();

    [GeneratedRegex(@"(?<=[a-zéèêàâîïôûùç])(?:[bcdfgptv][lr]|[cpt]h|gn|qu|[bcdfghjklmnpqrstvz])(?=[aeiouyéèêàâîïôûù])", RegexOptions.RightToLeft)]
    private static partial Regex Syllable();
}
