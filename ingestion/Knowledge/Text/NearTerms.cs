using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// The terms that a word may have been meant as: those of all words one typing error away (a letter missing, too many, wrong, or two
/// swapped). Which of them exist is asked of the index, whose terms are numbers and cannot be listed.
/// </summary>
public static class NearTerms
{
    /// <summary>Shorter words have neighbours of other meanings ("prise", "crise", "grise").</summary>
    private const int LeastLetters = 6;

    private const int MostLetters = 24;

    /// <summary>Distinct terms in no meaningful order, without the word's own; none for words that are short, long, or no plain letters.</summary>
    public static ImmutableArray<string> Of(string word)
    {
        using var folded = new FoldedText(word);
        var letters = folded.Characters;
        if (letters.Length is < LeastLetters or > MostLetters || letters.ContainsAnyExceptInRange('a', 'z'))
            return [];

        Span<char> variant = stackalloc char[MostLetters + 1];
        var terms = new HashSet<string>(StringComparer.Ordinal);
        // The first letter is nearly always typed right; keeping it halves what a rare word can be mistaken for.
        for (var at = 1; at <= letters.Length; at++)
        {
            var rest = letters[at..];
            letters[..at].CopyTo(variant);
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                variant[at] = letter;
                rest.CopyTo(variant[(at + 1)..]);
                Add(terms, variant[..(letters.Length + 1)]);
                if (rest.IsEmpty)
                    continue;
                rest[1..].CopyTo(variant[(at + 1)..]);
                Add(terms, variant[..letters.Length]);
            }

            if (rest.IsEmpty)
                continue;
            rest[1..].CopyTo(variant[at..]);
            Add(terms, variant[..(letters.Length - 1)]);
            if (rest.Length < 2)
                continue;
            (variant[at], variant[at + 1]) = (rest[1], rest[0]);
            rest[2..].CopyTo(variant[(at + 2)..]);
            Add(terms, variant[..letters.Length]);
        }

        Span<char> own = stackalloc char[MostLetters];
        letters.CopyTo(own);
        terms.Remove(new(own[..FrenchStemmer.Stem(own[..letters.Length])]));
        return [.. terms];
    }

    private static void Add(HashSet<string> terms, ReadOnlySpan<char> word)
    {
        Span<char> stem = stackalloc char[MostLetters + 1];
        word.CopyTo(stem);
        terms.Add(new(stem[..FrenchStemmer.Stem(stem[..word.Length])]));
    }
}
