using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Cuts a plain text where one statement ends and the next begins.</summary>
internal static partial class Clauses
{
    /// <summary>Sentences and the items of lists.</summary>
    public static ImmutableArray<string> Sentences(string plain)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(plain))
        {
            Add(end.Index + end.Length);
            start = end.Index + end.Length;
        }

        Add(plain.Length);
        return sentences.ToImmutable();

        void Add(int until)
        {
            var sentence = plain[start..until].Trim();
            if (sentence.Length > 0 && sentence.AsSpan().ContainsAnyInRange('a', 'z'))
                sentences.Add(sentence);
        }
    }

    // Not after "art.", "L." and the like, nor between the figures of a number; a small letter after the point is no beginning in print,
    // but the plain text has only small letters: two letters at least must stand before the point.
    [GeneratedRegex(@"[;\n]\s*|(?<=[a-z0-9%€)""]{2})(?<!\b(?:art|al|cf|ex|env|tel|etc|ref|dr|mme|st|no|min|max|resp|p))[.!?]+[""')]*\s+(?!\d+(?:er)? ?(?:€|%))", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
