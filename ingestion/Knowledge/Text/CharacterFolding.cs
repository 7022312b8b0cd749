using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// What a character becomes before any word is looked for: lower case, without accents, ligatures opened, every kind of space,
/// hyphen and apostrophe made one. Composed and decomposed spellings give the same.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>Stands for punctuation that joins nothing.</summary>
    public const char Other = ';';

    /// <summary>Latin letters with their accents lie below; what lies above is rare enough for the slow way.</summary>
    private const int TableSize = 0x250;

    private static readonly Folding[] Table = [.. Enumerable.Range(0, TableSize).Select(code => Compute((char)code))];

    /// <param name="First">'\0' for a character without a trace: a combining mark, a soft hyphen, a joiner.</param>
    /// <param name="Second">'\0' unless the character opens into two.</param>
    /// <param name="Third">'\0' unless it opens into three ("ﬃ").</param>
    /// <param name="IsUpper">Written as a capital.</param>
    public readonly record struct Folding(char First, char Second, char Third, bool IsUpper);

    /// <summary>The most characters that one opens into.</summary>
    public const int MostCharacters = 3;

    public static Folding Of(char character) => character < TableSize ? Table[character] : Compute(character);

    private static Folding Compute(char character)
    {
        var known = Known(character);
        return known is null ? ComputeByCategory(character) : From(known, char.IsUpper(character));
    }

    private static string? Known(char character)
    {
        return character switch
        {
            '\r' or '\n' or '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => "\n",
            '\'' or '’' or '‘' or 'ʼ' or '′' or '＇' or 'ʹ' or '`' or '´' => "'",
            '-' or '‐' or '‑' or '‒' or '–' or '−' or '﹣' or '－' => "-",
            'œ' or 'Œ' => "oe",
            'æ' or 'Æ' => "ae",
            'ß' => "ss",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' => "d",
            '°' or 'º' or '˚' => "°",
            '⁄' or '∕' or '／' => "/",
            '％' => "%",
            _ => null,
        };
    }

    private static Folding ComputeByCategory(char character)
    {
        switch (char.GetUnicodeCategory(character))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format:
                return default;
            case UnicodeCategory.SpaceSeparator:
                return From(" ", false);
            case UnicodeCategory.DecimalDigitNumber:
                return new((char)('0' + (int)char.GetNumericValue(character)), '\0', '\0', false);
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                return Letters(character);
            default:
                return new(character is < (char)0x80 or '€' ? character : Other, '\0', '\0', false);
        }
    }

    private static Folding Letters(char character)
    {
        // Compatibility decomposition opens "ﬁ" and full-width letters.
        var letters = new StringBuilder(MostCharacters);
        foreach (var part in character.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetter(part) && letters.Length < MostCharacters)
                letters.Append(Known(part) ?? char.ToLowerInvariant(part).ToString());
        }

        return From(letters.ToString(), char.IsUpper(character));
    }

    private static Folding From(string folded, bool isUpper) => new(At(folded, 0), At(folded, 1), At(folded, 2), isUpper);

    private static char At(string folded, int position) => position < folded.Length ? folded[position] : '\0';
}
