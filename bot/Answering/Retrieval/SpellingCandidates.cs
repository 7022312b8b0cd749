using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>
/// The words that one slip of the finger parts from a typed one: a letter missing, too many, wrong, or two exchanged. The corpus says which
/// of them exist, so no list of words is needed; the catalogue knows terms by their numbers only.
/// </summary>
internal static class SpellingCandidates
{
    // Shorter words have too many neighbours that mean something else; so has the first letter, which people rarely miss.
    private const int ShortestWord = 5;
    private const int LongestWord = 24;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Distinct terms as the analyser gives them, without the typed one; empty for what is no plain word.</summary>
    public static ImmutableArray<string> Of(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || !word.All(char.IsLetter) || word.All(char.IsUpper) && word.Length < 8)
            return [];
        var typed = TermOf(word);
        return [.. Edits(word.ToLowerInvariant()).Select(TermOf).OfType<string>().Where(term => term != typed).Distinct(StringComparer.Ordinal)];
    }

    private static string? TermOf(string word) => FrenchAnalyzer.Analyze(word) is [var token] ? token.Term : null;

    private static IEnumerable<string> Edits(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length)
                yield return string.Concat(word.AsSpan(0, i), [word[i + 1], word[i]], word.AsSpan(i + 2));
            foreach (var letter in Letters)
            {
                yield return string.Concat(word.AsSpan(0, i), [letter], word.AsSpan(i + 1));
                yield return string.Concat(word.AsSpan(0, i), [letter], word.AsSpan(i));
            }
        }

        foreach (var letter in Letters)
            yield return word + letter;
    }
}
