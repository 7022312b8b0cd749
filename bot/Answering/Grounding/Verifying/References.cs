using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Numbers of texts in one form: "n° CIR-7/2022" is "cir-7-2022".</summary>
internal static partial class References
{
    public static string Of(string written) => Separator().Replace(written, "-").Trim('-');

    public static IEnumerable<string> NumbersOf(string reference) => Digits().Matches(reference).Select(match => match.Value.TrimStart('0'));

    /// <summary>The same numbers, and no other letters: one of them may leave the letters out.</summary>
    public static bool Agree(string one, string other)
    {
        if (one == other)
            return true;
        var (numbers, others) = (NumbersOf(one).ToArray(), NumbersOf(other).ToArray());
        if (others.Length < 2 || numbers.Length < others.Length || !numbers.AsSpan(numbers.Length - others.Length).SequenceEqual(others))
            return false;
        var (letters, otherLetters) = (Letters().Match(one).Value, Letters().Match(other).Value);
        return letters.Length == 0 || otherLetters.Length == 0 || letters.EndsWith(otherLetters, StringComparison.Ordinal);
    }

    /// <summary>An article without its letter is the same article where the source names it in full.</summary>
    public static bool IsParagraphOf(string claimed, string known) => char.IsDigit(claimed[0]) && known.TrimStart('l', 'r', 'd', 'o', 'a', 'c') == claimed;

    [GeneratedRegex(@"[\s./_–-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[a-z]*", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
