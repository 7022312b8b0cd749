using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>The whole index as one state of the database has it; never changed, so that a question may run on it to its end.</summary>
internal sealed record IndexSnapshot
{
    public static readonly IndexSnapshot Empty = new();

    public ImmutableArray<SegmentView> Segments { get; init; } = [];

    public SearchLegs Search(SearchQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        var sparse = new TopChunks(query.Limit);
        var dense = new TopChunks(query.Limit);
        var direction = DenseVectors.Normalize(query.Dense.Span);
        foreach (var view in Segments)
        {
            var passing = view.Passing(query.Filter);
            if (query.Sparse.Count > 0)
                SparseSearch.Run(view, passing, query.Sparse, sparse);
            if (direction.Length > 0)
                DenseSearch.Run(view, passing, direction, dense);
        }

        return new() { Sparse = sparse.ToRanking(), Dense = dense.ToRanking() };
    }
}
