using System.Collections.Immutable;
using System.Text;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>The words of a text for comparing quotes: lower case, compatibility forms unified, punctuation and kinds of space ignored.</summary>
internal static class Words
{
    public static ImmutableArray<string> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (character != '\u00AD' && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words.ToImmutable();
    }

    /// <summary>The sequences of <paramref name="length"/> words; a shorter text is one sequence.</summary>
    public static HashSet<string> Sequences(ImmutableArray<string> words, int length)
    {
        var sequences = new HashSet<string>(StringComparer.Ordinal);
        if (words.Length < length)
        {
            if (words.Length > 0)
                sequences.Add(string.Join(' ', words));
            return sequences;
        }

        for (var i = 0; i + length <= words.Length; i++)
            sequences.Add(string.Join(' ', words.AsSpan(i, length)));
        return sequences;
    }

    /// <summary>Whether the words stand one after the other in the text, as whole words.</summary>
    public static bool Contain(ImmutableArray<string> text, ImmutableArray<string> searched) =>
        $" {string.Join(' ', text)} ".Contains($" {string.Join(' ', searched)} ", StringComparison.Ordinal);
}
