using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Two texts word by word, by their longest common subsequence. Spaces and the punctuation around words don't count.</summary>
internal static partial class WordComparison
{
    /// <summary>8 MB: twice 2 000 words, more than any answer has. Beyond it words are compared without their order.</summary>
    private const int MaxSteps = 4_000_000;

    /// <summary>"de la" between two changed words is no reading of its own.</summary>
    private const int LongestIsland = 2;

    private const int LongestIslandWord = 3;

    /// <summary>An amount with its thousands set apart is one word.</summary>
    public static IEnumerable<TextRange> Words(string text) => Word().Matches(text).Select(match => new TextRange(match.Index, match.Length));

    public static IEnumerable<string> In(string text) => Words(text).Select(range => text.Substring(range.Start, range.Length));

    /// <summary>For each word of the later text: whether it is new.</summary>
    public static ImmutableArray<bool> Changed(ImmutableArray<string> earlier, ImmutableArray<string> later)
    {
        var start = 0;
        while (start < earlier.Length && start < later.Length && earlier[start] == later[start])
            start++;
        var end = 0;
        while (end < earlier.Length - start && end < later.Length - start && earlier[^(end + 1)] == later[^(end + 1)])
            end++;

        var before = earlier[start..^end];
        var now = later[start..^end];
        var changed = (long)(before.Length + 1) * (now.Length + 1) > MaxSteps ? Unordered(before, now) : Ordered(before, now);
        return [.. Enumerable.Repeat(false, start), .. changed, .. Enumerable.Repeat(false, end)];
    }

    /// <summary>The characters of a text to mark, taking as many flags from the queue as it has words.</summary>
    public static ImmutableArray<TextRange> Runs(string text, Queue<bool> changed)
    {
        var words = Words(text).ToArray();
        var flags = WithoutIslands(text, words, [.. words.Select(_ => changed.Dequeue())]);
        var runs = ImmutableArray.CreateBuilder<TextRange>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!flags[i])
                continue;
            var first = words[i].Start;
            while (i + 1 < words.Length && flags[i + 1])
                i++;
            runs.Add(new(first, words[i].End - first));
        }

        return runs.ToImmutable();
    }

    private static bool[] WithoutIslands(string text, TextRange[] words, bool[] changed)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var end = i;
            while (end < words.Length && !changed[end] && IsSmall(text, words[end]) && end - i < LongestIsland)
                end++;
            if (changed[i - 1] && end > i && end < words.Length && changed[end])
                Array.Fill(changed, true, i, end - i);
        }

        return changed;
    }

    private static bool IsSmall(string text, TextRange word) =>
        word.Length <= LongestIslandWord && !text.AsSpan(word.Start, word.Length).ContainsAnyInRange('0', '9');

    private static bool[] Ordered(ImmutableArray<string> earlier, ImmutableArray<string> later)
    {
        // common[i, j]: the longest common subsequence of what is left after i and j words.
        var common = new ushort[earlier.Length + 1, later.Length + 1];
        for (var i = earlier.Length - 1; i >= 0; i--)
        {
            for (var j = later.Length - 1; j >= 0; j--)
                common[i, j] = earlier[i] == later[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var changed = new bool[later.Length];
        Array.Fill(changed, true);
        for (int i = 0, j = 0; i < earlier.Length && j < later.Length;)
        {
            if (earlier[i] == later[j])
                (changed[j++], i) = (false, i + 1);
            else if (common[i + 1, j] >= common[i, j + 1])
                i++;
            else
                j++;
        }

        return changed;
    }

    private static bool[] Unordered(ImmutableArray<string> earlier, ImmutableArray<string> later)
    {
        var left = earlier.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. later.Select(word =>
        {
            var count = left.GetValueOrDefault(word);
            if (count > 0)
                left[word] = count - 1;
            return count == 0;
        })];
    }

    [GeneratedRegex(@"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[,.]\d+)?|[\p{L}\p{M}\p{N}](?:[^\s\u00a0\u202f]*[\p{L}\p{M}\p{N}%°²])?|[\p{S}%]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
