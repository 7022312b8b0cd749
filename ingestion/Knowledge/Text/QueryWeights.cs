using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// BM25's question side: idf(t) = ln((N − df + 0.5) ÷ (df + 0.5) + 1), always positive, over all published chunks. It is carried by the
/// question because a sharded Qdrant counts N and df per shard and goes on counting deleted points.
/// </summary>
public static class QueryWeights
{
    /// <summary>The distinct term ids of a question, ascending: the order to ask their document frequencies in.</summary>
    public static ImmutableArray<uint> TermIds(ImmutableArray<Token> tokens) =>
        [.. tokens.Select(token => TermId.Of(token.Term)).Distinct().Order()];

    /// <param name="termIds">As <see cref="TermIds"/> gives them.</param>
    /// <param name="statistics">Read for exactly these ids.</param>
    public static SparseVector Of(ImmutableArray<uint> termIds, CorpusStatistics statistics) =>
        new(termIds, [.. statistics.DocumentFrequencies.Select(df => Idf(statistics.ChunkCount, df))]);

    public static float Idf(long chunkCount, long documentFrequency) =>
        (float)Math.Log(((chunkCount - documentFrequency + 0.5) / (documentFrequency + 0.5)) + 1);
}
