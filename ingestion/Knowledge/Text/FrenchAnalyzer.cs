using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>Turns French text into terms, alike for indexing and asking.</summary>
public static class FrenchAnalyzer
{
    /// <summary>Written into the index manifest: raise it when the same text would give other terms.</summary>
    public const string Version = "french-1";

    public static ImmutableArray<Token> Analyze(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            tokens.Add(new(Fold(text[start..i]), start, i - start));
        }

        return tokens.ToImmutable();
    }

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var character in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }
}
