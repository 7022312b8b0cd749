using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.Knowledge.Index;
using BenchmarkDotNet.Attributes;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>A thousand different questions in turn over 100,000 chunks, top 20.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks : IDisposable
{
    private SyntheticCorpus corpus = new(0, 0, 0);
    private SparseVector[] questions = [];
    private IndexSnapshot snapshot = IndexSnapshot.Empty;
    private LuceneIndex? lucene;
    private SqliteFullText? sqlite;
    private int next;

    [Params(false, true)]
    public bool FilterKeepsHalf { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        corpus = new(chunkCount: 100_000, questionCount: 1000, seed: 20260101);
        questions = corpus.WeightedQuestions();
        snapshot = EmbeddedSearch.Snapshot(corpus);
        lucene = new(corpus);
        sqlite = new(corpus);
    }

    [Benchmark(Baseline = true)]
    public int Embedded() =>
        snapshot.Search(EmbeddedSearch.Query(questions[Next()], FilterKeepsHalf ? EmbeddedSearch.Half : EmbeddedSearch.All, 20)).Sparse.Length;

    [Benchmark]
    public int LuceneNet() => lucene?.Search(corpus.Questions[Next()], FilterKeepsHalf, 20) ?? 0;

    [Benchmark]
    public int SqliteFts5() => sqlite?.Search(corpus.Questions[Next()], FilterKeepsHalf, 20) ?? 0;

    [GlobalCleanup]
    public void Dispose()
    {
        lucene?.Dispose();
        sqlite?.Dispose();
        GC.SuppressFinalize(this);
    }

    private int Next() => next = (next + 1) % questions.Length;
}
