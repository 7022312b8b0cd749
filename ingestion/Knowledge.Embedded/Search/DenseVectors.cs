using System.Numerics.Tensors;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>The vectors of a segment's entries, of length 1, one after the other. Entries without one have no row.</summary>
internal sealed class DenseVectors(int dimension, float[] values, ushort[] entries)
{
    public static readonly DenseVectors None = new(0, [], []);

    public int Dimension => dimension;

    public int Count => entries.Length;

    /// <summary>The entry of each row, ascending.</summary>
    public ReadOnlySpan<ushort> Entries => entries;

    public long ByteCount => (values.Length * 4L) + (entries.Length * 2L);

    public ReadOnlySpan<float> this[int row] => values.AsSpan(row * dimension, dimension);

    /// <summary>A vector as it is compared: of length 1, unless it is so short that it points nowhere.</summary>
    public static float[] Normalize(ReadOnlySpan<float> vector)
    {
        // Qdrant leaves such vectors as they are: scores stay alike.
        var result = vector.ToArray();
        var squared = TensorPrimitives.SumOfSquares(vector);
        if (squared < float.Epsilon * 2 || float.Abs(squared - 1) < 1e-6f)
            return result;
        TensorPrimitives.Divide(vector, float.Sqrt(squared), result);
        return result;
    }
}
