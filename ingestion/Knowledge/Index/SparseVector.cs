using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Index;

/// <summary>Weighted terms: ascending distinct term ids and as many weights.</summary>
public sealed class SparseVector
{
    public static readonly SparseVector Empty = new([], []);

    /// <exception cref="ArgumentException">Ids not ascending and distinct, or as many weights as ids are missing.</exception>
    public SparseVector(ImmutableArray<uint> indices, ImmutableArray<float> values)
    {
        if (indices.Length != values.Length)
            throw new ArgumentException($"{indices.Length} term ids came with {values.Length} weights.", nameof(values));
        for (var i = 1; i < indices.Length; i++)
        {
            if (indices[i - 1] >= indices[i])
                throw new ArgumentException($"Term ids must ascend: {indices[i - 1]} stands before {indices[i]}.", nameof(indices));
        }

        Indices = indices;
        Values = values;
    }

    public ImmutableArray<uint> Indices { get; }
    public ImmutableArray<float> Values { get; }
    public int Count => Indices.Length;
}
