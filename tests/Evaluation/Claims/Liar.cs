using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>
/// Makes plausible claims from real sentences, some true and most of them wrong in one thing. The same seed makes the same ones.
/// </summary>
internal sealed class Liar(int seed)
{
    private const int ShortestSentence = 40;
    private const int LongestSentence = 420;

    public ImmutableArray<LabelledCase> Make(ImmutableArray<string> passages, int mostSentences)
    {
        var random = new Random(seed);
        var sentences = passages.SelectMany((text, at) => SentenceSplitter.Split(text)
                .Select(range => text.Substring(range.Start, range.Length))
                .Where(IsStatement).Select(sentence => (Passage: at, Sentence: sentence)))
            .DistinctBy(pair => pair.Sentence).ToArray();
        random.Shuffle(sentences);
        var cases = ImmutableArray.CreateBuilder<LabelledCase>();
        foreach (var (at, sentence) in sentences.Take(mostSentences))
        {
            // Another passage of the turn, one that does not hold the sentence too.
            var other = passages[(at + 1 + random.Next(Math.Max(1, passages.Length - 1))) % passages.Length];
            if (other.Contains(sentence, StringComparison.Ordinal))
                continue;
            ImmutableArray<NumberedText> turn = [new(1, passages[at]), new(2, other)];
            foreach (var (kind, text) in Paraphraser.Of(sentence))
                Add(kind, true, turn, text, 1, sentence);
            foreach (var (kind, text) in Mutations.Of(sentence, random))
                Add(kind, false, turn, text, 1, sentence);
            foreach (var (kind, passage, quote) in QuoteMutations.Of(sentence, passages[at], random))
                Add(kind, false, turn, sentence, passage, quote);
            var unrelated = sentences[random.Next(sentences.Length)].Sentence;
            if (unrelated != sentence && !passages[at].Contains(unrelated, StringComparison.Ordinal) && SharedWords(unrelated, sentence) < 0.4)
                Add("wrong-claim", false, turn, unrelated, 1, sentence);
        }

        return cases.ToImmutable();

        void Add(string kind, bool faithful, ImmutableArray<NumberedText> turn, string text, int passage, string quote) =>
            cases.Add(new(kind, faithful, new($"liar-{cases.Count + 1}", turn, new(text, passage, quote))));
    }

    private static bool IsStatement(string sentence) =>
        sentence.Length is >= ShortestSentence and <= LongestSentence && char.IsUpper(sentence[0]) && sentence[^1] is '.' && !sentence.Contains('\t', StringComparison.Ordinal)
        && !DraftingWords.OrdersMachine(sentence) && sentence.Split(' ').Count(word => word.Length > 3) >= 5;

    private static double SharedWords(string one, string other)
    {
        var known = FrenchAnalyzer.Analyze(other).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        var terms = FrenchAnalyzer.Analyze(one).Select(token => token.Term).Distinct().ToArray();
        return terms.Length == 0 ? 1 : terms.Count(known.Contains) / (double)terms.Length;
    }
}
