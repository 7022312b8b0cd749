using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>
/// Whether a text gives the value asked for, however it writes it: kinds of space and of apostrophe, "euros" or "€", thousands apart or
/// together, dates in words or figures. A value counts when it stands there as a whole, or when every figure in it does with its unit.
/// </summary>
internal static partial class AnswerValue
{
    private static readonly string[] Months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    public static bool Stands(string text, string value)
    {
        var (whole, wanted) = (Unify(text), Unify(value));
        if (wanted.Length == 0)
            return false;
        if (StandsAlone(whole, wanted))
            return true;
        var figures = Figure().Matches(wanted);
        return figures.Count > 0 && figures.All(figure => StandsAlone(whole, figure.Value));
    }

    internal static string Unify(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            plain.Append(character switch
            {
                '\u2019' or '\u2018' or '\u02BC' => '\'',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                // Cells and lines are apart: "Gir 4" beside "674,27 €" is no 4 674,27 €.
                '\t' or '\n' => '|',
                _ when char.IsWhiteSpace(character) => ' ',
                _ => char.ToLowerInvariant(character),
            });
        }

        var unified = Spaces().Replace(plain.ToString(), " ").Trim();
        unified = Thousands().Replace(unified, "");
        unified = Euros().Replace(unified, "€");
        unified = Percent().Replace(unified, "%");
        unified = DateInWords().Replace(unified, Iso);
        unified = DateInFigures().Replace(unified, "$3-$2-$1");
        unified = ZeroCents().Replace(unified, "");
        return BeforeUnit().Replace(unified, "").TrimEnd('.', ' ');
    }

    private static bool StandsAlone(string text, string value)
    {
        for (var i = text.IndexOf(value, StringComparison.Ordinal); i >= 0; i = text.IndexOf(value, i + 1, StringComparison.Ordinal))
        {
            var end = i + value.Length;
            var startsInside = i > 0 && char.IsLetterOrDigit(value[0]) && (char.IsLetterOrDigit(text[i - 1]) || IsDecimalMark(text, i - 1));
            var endsInside = end < text.Length && char.IsLetterOrDigit(value[^1]) && (char.IsLetterOrDigit(text[end]) || IsDecimalMark(text, end));
            if (!startsInside && !endsInside)
                return true;
        }

        return false;
    }

    private static bool IsDecimalMark(string text, int i) =>
        text[i] is ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static string Iso(Match date) => string.Create(
        CultureInfo.InvariantCulture,
        $"{date.Groups[3].Value}-{Array.IndexOf(Months, date.Groups[2].Value) + 1:00}-{int.Parse(date.Groups[1].Value, CultureInfo.InvariantCulture):00}");

    [GeneratedRegex(@" +")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=(?<![\d,])\d{1,3}( \d{3})*) (?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\beuros?\b")]
    private static partial Regex Euros();

    [GeneratedRegex(@"\bpour ?cent\b")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(\d{1,2})(?:er)? (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) (\d{4})\b")]
    private static partial Regex DateInWords();

    [GeneratedRegex(@"\b(\d{2})/(\d{2})/(\d{4})\b")]
    private static partial Regex DateInFigures();

    [GeneratedRegex(@"(?<=\d),00(?!\d)")]
    private static partial Regex ZeroCents();

    [GeneratedRegex(@"(?<=\d) (?=[€%])")]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(@"\d+(?:,\d+)?(?:-\d\d-\d\d)?(?:[€%]| [a-z]+)?")]
    private static partial Regex Figure();
}
