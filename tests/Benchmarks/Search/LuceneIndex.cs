using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>Lucene.Net over the same terms, its own BM25, in memory, merged into one segment, its filter cached.</summary>
internal sealed class LuceneIndex : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly Filter half = new CachingWrapperFilter(NumericRangeFilter.NewInt32Range("day", null, EmbeddedSearch.Days / 2, true, false));

    public LuceneIndex(SyntheticCorpus corpus)
    {
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { Similarity = new BM25Similarity() };
        using (var writer = new IndexWriter(directory, settings))
        {
            for (var chunk = 0; chunk < corpus.Chunks.Length; chunk++)
            {
                writer.AddDocument(
                [
                    new TextField("text", SyntheticCorpus.Text(corpus.Chunks[chunk]), Field.Store.NO),
                    new Int32Field("day", EmbeddedSearch.DayOf(chunk), Field.Store.NO),
                ]);
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new(reader) { Similarity = new BM25Similarity() };
    }

    public int Search(int[] question, bool isFiltered, int limit)
    {
        var query = new BooleanQuery();
        foreach (var rank in question)
            query.Add(new TermQuery(new Term("text", SyntheticCorpus.Name(rank))), Occur.SHOULD);
        return searcher.Search(query, isFiltered ? half : null, limit).ScoreDocs.Length;
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }
}
