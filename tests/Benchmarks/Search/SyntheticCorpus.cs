using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>
/// Chunks and questions whose terms follow a Zipf law: the search benchmark's corpus. Term numbers 1 to 200,000, probability of rank r
/// proportional to 1/r^1.07, 60 to 180 terms a chunk, ranks 1 to 29 dropped as stop words, BM25 document weights.
/// </summary>
internal sealed class SyntheticCorpus
{
    private const int TermCount = 200_000;
    private const double Exponent = 1.07;
    private const int StopWords = 29;
    private const int QuestionTerms = 6;

    private readonly double[] cumulative = Cumulative();
    private readonly uint[] ids = [.. Enumerable.Range(0, TermCount + 1).Select(rank => TermId.Of(Name(rank)))];

    public SyntheticCorpus(int chunkCount, int questionCount, int seed)
    {
        var random = new Random(seed);
        Chunks = [.. Enumerable.Range(0, chunkCount).Select(_ => Draw(random))];
        var other = new Random(seed + 1);
        Questions = [.. Enumerable.Range(0, questionCount).Select(_ => Question(other))];
    }

    /// <summary>The ranks of each chunk's terms, in the order of the text.</summary>
    public int[][] Chunks { get; }

    /// <summary>Distinct ranks.</summary>
    public int[][] Questions { get; }

    public static string Name(int rank) => $"t{rank}";

    public static string Text(int[] ranks) => string.Join(' ', ranks.Select(Name));

    public SparseVector Weights(int[] ranks) => DocumentWeights.Of([.. ranks.Select(rank => ids[rank])]);

    /// <summary>The questions with the idf of each term over the chunks.</summary>
    public SparseVector[] WeightedQuestions()
    {
        var frequencies = new int[TermCount + 1];
        foreach (var chunk in Chunks)
        {
            foreach (var rank in chunk.Distinct())
                frequencies[rank]++;
        }

        return [.. Questions.Select(question =>
        {
            var terms = question.Select(rank => (Id: ids[rank], Idf: QueryWeights.Idf(Chunks.Length, frequencies[rank]))).OrderBy(term => term.Id).ToArray();
            return new SparseVector([.. terms.Select(term => term.Id)], [.. terms.Select(term => term.Idf)]);
        })];
    }

    private static double[] Cumulative()
    {
        var sums = new double[TermCount];
        var sum = 0.0;
        for (var rank = 1; rank <= TermCount; rank++)
            sums[rank - 1] = sum += Math.Pow(rank, -Exponent);
        return sums;
    }

    private int[] Draw(Random random)
    {
        var length = random.Next(60, 181);
        return [.. Enumerable.Range(0, length).Select(_ => Rank(random)).Where(rank => rank > StopWords)];
    }

    private int Rank(Random random)
    {
        var at = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return Math.Min((at < 0 ? ~at : at) + 1, TermCount);
    }

    /// <summary>Six distinct terms of one chunk, drawn with weight log(1 + rank): common and rare ones mix.</summary>
    private int[] Question(Random random)
    {
        var left = Draw(random).Distinct().ToList();
        var drawn = new List<int>();
        while (drawn.Count < QuestionTerms && left.Count > 0)
        {
            var at = random.NextDouble() * left.Sum(rank => Math.Log(1 + rank));
            var chosen = left.Find(rank => (at -= Math.Log(1 + rank)) <= 0);
            chosen = chosen == 0 ? left[^1] : chosen;
            left.Remove(chosen);
            drawn.Add(chosen);
        }

        return [.. drawn];
    }
}
