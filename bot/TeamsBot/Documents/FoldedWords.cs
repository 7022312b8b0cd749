using System.Globalization;
using System.Text;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>
/// A text as the list compares it: without accents, case or kinds of space and apostrophe. Words are looked for anywhere, so that a part
/// of a number or of a file's name finds it; questions are searched quite differently.
/// </summary>
internal static class FoldedWords
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            switch (character)
            {
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case '’' or 'ʼ': folded.Append('\''); break;
                case '‐' or '‑' or '–' or '—': folded.Append('-'); break;
                default: folded.Append(char.IsWhiteSpace(character) ? ' ' : char.ToLowerInvariant(character)); break;
            }
        }

        return folded.ToString();
    }

    /// <summary>Every word stands somewhere in the text.</summary>
    public static bool Hold(string folded, string words) =>
        Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => folded.Contains(word, StringComparison.Ordinal));
}
