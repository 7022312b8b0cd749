using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("Le montant est de 45 euros.", "Le montant est de 47 euros.", "47")]
    [InlineData("fixé à 3 864 € par mois", "fixé à 3 925 € par mois", "3 925")]
    [InlineData("fixé à 3\u202f864,50 €", "fixé à 3\u202f925,50 €", "3\u202f925,50")]
    [InlineData("taux de 4 %", "taux de 5 %", "5")]
    [InlineData("un délai de trois jours", "un délai de carence de cinq jours ouvrés", "carence de cinq|ouvrés")]
    [InlineData("l'assuré (« salarié »)", "l'assuré, « salarié »", "")]
    [InlineData("", "Tout est neuf", "Tout est neuf")]
    [InlineData("Tout est parti", "", "")]
    public void The_words_that_differ_are_marked_and_no_others(string earlier, string later, string expected) =>
        string.Join('|', Marked(earlier, later)).ShouldBe(expected);

    [Fact]
    public void A_text_far_too_long_is_compared_without_its_order_and_in_time()
    {
        ImmutableArray<string> earlier = [.. Enumerable.Range(0, 20_000).Select(i => $"mot{i}")];

        var changed = WordComparison.Changed([.. earlier.Reverse()], [.. earlier, "neuf"]);

        changed.Count(isNew => isNew).ShouldBe(1);
        changed[^1].ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_marked_stands_in_the_earlier_text_in_the_same_order()
    {
        var random = new Random(42);
        for (var i = 0; i < 500; i++)
        {
            var (earlier, later) = (SomeWords(random), SomeWords(random));
            var changed = WordComparison.Changed(earlier, later);

            changed.Length.ShouldBe(later.Length);
            var kept = later.Where((_, j) => !changed[j]).ToArray();
            IsSubsequence(kept, earlier).ShouldBeTrue($"{string.Join(' ', earlier)} / {string.Join(' ', later)}");
            kept.Length.ShouldBe(LongestCommon(earlier, later), "As little as possible is marked.");
        }
    }

    [Fact]
    public void Texts_alike_have_no_mark()
    {
        var random = new Random(7);
        for (var i = 0; i < 100; i++)
        {
            var words = SomeWords(random);
            WordComparison.Changed(words, words).ShouldAllBe(changed => !changed);
        }
    }

    [Fact]
    public void Runs_lie_inside_the_text_in_order_and_apart()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var text = string.Join(' ', SomeWords(random));
            var runs = WordComparison.Runs(text, new(WordComparison.Words(text).Select(_ => random.Next(2) == 0)));
            var end = -1;
            foreach (var run in runs)
            {
                run.Start.ShouldBeGreaterThan(end);
                run.Length.ShouldBeGreaterThan(0);
                end = run.End;
            }

            end.ShouldBeLessThanOrEqualTo(text.Length);
        }
    }

    private static IEnumerable<string> Marked(string earlier, string later)
    {
        var changed = WordComparison.Changed(WordsOf(earlier), WordsOf(later));
        return WordComparison.Runs(later, new(changed)).Select((TextRange range) => later.Substring(range.Start, range.Length));
    }

    private static ImmutableArray<string> WordsOf(string text) => [.. WordComparison.Words(text).Select(range => text.Substring(range.Start, range.Length))];

    private static ImmutableArray<string> SomeWords(Random random) => [.. Enumerable.Range(0, random.Next(14)).Select(_ => ((char)('a' + random.Next(4))).ToString())];

    private static bool IsSubsequence(string[] words, ImmutableArray<string> whole)
    {
        var next = 0;
        foreach (var word in whole)
        {
            if (next < words.Length && words[next] == word)
                next++;
        }

        return next == words.Length;
    }

    // The other way of computing it: by recursion over shorter texts.
    private static int LongestCommon(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        var row = new int[other.Length + 1];
        foreach (var word in one)
        {
            var diagonal = 0;
            for (var j = 1; j <= other.Length; j++)
                (row[j], diagonal) = (word == other[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]), row[j]);
        }

        return row[^1];
    }
}
