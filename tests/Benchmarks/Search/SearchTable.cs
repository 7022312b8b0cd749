using System.Diagnostics;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>One table in a minute: latencies beside FTS5 and Lucene.Net in the same run, bytes a posting, loading time.</summary>
internal static class SearchTable
{
    private const int Rounds = 3;

    public static async Task PrintAsync(int chunkCount, bool withRivals)
    {
        var corpus = new SyntheticCorpus(chunkCount, questionCount: 1000, seed: 20260101);
        var questions = corpus.WeightedQuestions();
        var snapshot = EmbeddedSearch.Snapshot(corpus);
        var postings = snapshot.Segments.Sum(view => (long)view.Segment.Inverted.PostingCount);
        var bytes = snapshot.Segments.Sum(view => view.Segment.Inverted.ByteCount);
        Console.WriteLine($"{chunkCount:N0} chunks, {postings:N0} postings, {bytes / (double)postings:0.00} bytes a posting, {questions.Length} questions, best of {Rounds} rounds each, milliseconds");
        Console.WriteLine($"{"",-40}{"median",9}{"p99",9}");

        foreach (var (name, filter) in new[] { ("no filter", EmbeddedSearch.All), ("filter keeps half", EmbeddedSearch.Half) })
        {
            foreach (var limit in new[] { 20, 100 })
                Row($"embedded, {name}, top {limit}", questions, question => snapshot.Search(EmbeddedSearch.Query(question, filter, limit)).Sparse.Length);
        }

        if (withRivals)
        {
            using var sqlite = new SqliteFullText(corpus);
            using var lucene = new LuceneIndex(corpus);
            foreach (var (name, isFiltered) in new[] { ("no filter", false), ("filter keeps half", true) })
            {
                Row($"Lucene.Net, {name}, top 20", corpus.Questions, question => lucene.Search(question, isFiltered, 20));
                Row($"SQLite FTS5, {name}, top 20", corpus.Questions, question => sqlite.Search(question, isFiltered, 20));
            }
        }

        await LoadAsync(corpus, questions[0]);
    }

    private static void Row<T>(string name, T[] questions, Func<T, int> search)
    {
        foreach (var question in questions.Take(200))
            search(question);
        // The best of a question's rounds: what is left is the question's own cost, not that of what else the machine does.
        var times = Enumerable.Repeat(double.MaxValue, questions.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < questions.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                search(questions[i]);
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Array.Sort(times);
        Console.WriteLine($"{name,-40}{times[times.Length / 2],9:0.000}{times[times.Length * 99 / 100],9:0.000}");
    }

    private static async Task LoadAsync(SyntheticCorpus corpus, SparseVector question)
    {
        var folder = Directory.CreateTempSubdirectory("agenthelpdesk-benchmark-").FullName;
        try
        {
            using var database = new KnowledgeDatabase(folder);
            var start = Stopwatch.GetTimestamp();
            var writer = new EmbeddedIndexWriter(database);
            foreach (var part in Enumerable.Range(0, corpus.Chunks.Length).Chunk(1000))
                await writer.StageAsync([.. part.Select(chunk => EmbeddedSearch.Entry(corpus, chunk))], CancellationToken.None);
            Console.WriteLine($"stored in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {new FileInfo(database.FilePath).Length >> 20} MB on disk");

            using var reader = new EmbeddedIndexReader(database);
            start = Stopwatch.GetTimestamp();
            await reader.SearchAsync(EmbeddedSearch.Query(question, EmbeddedSearch.All, 20), CancellationToken.None);
            Console.WriteLine($"loaded in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");

            var entry = EmbeddedSearch.Entry(corpus, 0) with { Id = new(int.MaxValue) };
            await writer.StageAsync([entry], CancellationToken.None);
            start = Stopwatch.GetTimestamp();
            await reader.SearchAsync(EmbeddedSearch.Query(question, EmbeddedSearch.All, 20), CancellationToken.None);
            Console.WriteLine($"first question after a publication {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.00} ms");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
