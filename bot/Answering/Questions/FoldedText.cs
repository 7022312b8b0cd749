using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// Agents type without accents, with any apostrophe and any space: patterns are written once, against this form. Each character stays
/// at its position, so that what is found here is found there.
/// </summary>
internal static class FoldedText
{
    /// <param name="text">In Unicode's composed form.</param>
    public static string Of(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            folded[i] = Fold(source[i]);
    });

    private static char Fold(char character) => character switch
    {
        '’' or '‘' or 'ʼ' or '´' or '`' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        '«' or '»' or '“' or '”' => '"',
        _ when char.IsWhiteSpace(character) => ' ',
        _ when char.IsAscii(character) || char.IsSurrogate(character) => char.ToLowerInvariant(character),
        _ => WithoutAccent(char.ToLowerInvariant(character)),
    };

    private static char WithoutAccent(char character)
    {
        var first = character.ToString().Normalize(NormalizationForm.FormD)[0];
        return CharUnicodeInfo.GetUnicodeCategory(first) == UnicodeCategory.LowercaseLetter ? first : character;
    }
}
