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

    public static SparseVector Of(ImmutableArray<Token> tokens) => Of([.. tokens.Select(token => TermId.Of(token.Term))]);

    /// <param name="termIds">One for each token; sorted in place.</param>
    public static SparseVector Of(Span<uint> termIds)
    {
        termIds.Sort();
        var norm = K * (1 - B + (B * termIds.Length / AverageLength));
        var indices = ImmutableArray.CreateBuilder<uint>(termIds.Length);
        var values = ImmutableArray.CreateBuilder<float>(termIds.Length);
        for (var i = 0; i < termIds.Length;)
        {
            var id = termIds[i];
            var frequency = 0;
            for (; i < termIds.Length && termIds[i] == id; i++)
                frequency++;
            indices.Add(id);
            values.Add((float)(frequency * (K + 1) / (frequency + norm)));
        }

        return new(indices.DrainToImmutable(), values.DrainToImmutable());
    }
}
