using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// BM25's document side: tf·(k+1) ÷ (tf + k·(1 − b + b·len ÷ avg_len)) with k 1.2, b 0.75 and a constant average length of 256
/// terms, computed in 64 bits and stored in 32, as Qdrant's "qdrant/bm25" does. A constant keeps old weights right when documents are added.
/// </summary>
public static class DocumentWeights
{
    private const double K = 1.2;
    private const double B = 0.75;
    private const double AverageLength = 256;

    public static SparseVector Of(ImmutableArray<Token> tokens)
    {
        var frequencies = new SortedDictionary<uint, int>();
        foreach (var token in tokens)
        {
            var id = TermId.Of(token.Term);
            frequencies[id] = frequencies.GetValueOrDefault(id) + 1;
        }

        var norm = K * (1 - B + (B * tokens.Length / AverageLength));
        return new([.. frequencies.Keys], [.. frequencies.Values.Select(tf => (float)(tf * (K + 1) / (tf + norm)))]);
    }
}
