using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TestKit.Index;

/// <summary>What a search must answer, computed the plainest way: every entry is filtered and scored.</summary>
public sealed class BruteForceIndex(IReadOnlyList<IndexEntry> entries, IReadOnlyDictionary<long, long>? ends = null)
{
    public SearchLegs Search(SearchQuery query)
    {
        var visible = entries.Where(entry => Passes(entry, query.Filter)).ToArray();
        return new()
        {
            Sparse = Ranking(visible.Select(entry => new ScoredChunk(entry.Id, Product(query.Sparse, entry.Sparse))).Where(chunk => chunk.Score != 0), query.Limit),
            Dense = Ranking(
                visible.Where(entry => entry.Dense.Length > 0 && query.Dense.Length > 0).Select(entry => new ScoredChunk(entry.Id, Cosine(query.Dense.Span, entry.Dense.Span))),
                query.Limit),
        };
    }

    private bool Passes(IndexEntry entry, SearchFilter filter) =>
        entry.ShownFrom <= filter.Publication && filter.Publication < (ends?.GetValueOrDefault(entry.Id.Value, long.MaxValue) ?? long.MaxValue)
        && entry.Effective.Overlaps(filter.AsOf)
        && entry.Audience.Intersect(filter.Audiences).Any()
        && (filter.Kinds.IsEmpty || filter.Kinds.Contains(entry.Kind))
        && (filter.Documents.IsEmpty || filter.Documents.Contains(entry.Document))
        && (filter.Articles.IsEmpty || entry.ArticleKeys.Intersect(filter.Articles).Any());

    private static ImmutableArray<ScoredChunk> Ranking(IEnumerable<ScoredChunk> chunks, int limit) =>
        [.. chunks.OrderByDescending(chunk => chunk.Score).ThenBy(chunk => chunk.Id.Value).Take(limit)];

    private static float Product(SparseVector question, SparseVector entry)
    {
        var sum = 0.0;
        for (var i = 0; i < question.Count; i++)
        {
            var at = entry.Indices.BinarySearch(question.Indices[i]);
            sum += at >= 0 ? (double)question.Values[i] * entry.Values[at] : 0;
        }

        return (float)sum;
    }

    internal static float Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double product = 0, squareOne = 0, squareOther = 0;
        for (var i = 0; i < one.Length; i++)
        {
            product += (double)one[i] * other[i];
            squareOne += (double)one[i] * one[i];
            squareOther += (double)other[i] * other[i];
        }

        return (float)(product / Math.Sqrt(squareOne * squareOther));
    }
}
