namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// For each term the entries that hold it, ascending, with their weights, and the highest weight of every block of postings: a search
/// leaves out what cannot reach the ranking.
/// </summary>
internal sealed class InvertedIndex
{
    /// <summary>Postings a block. Small enough for a block's highest weight to say something, large enough to cost a sixteenth of a byte a posting.</summary>
    public const int BlockSize = 64;

    private readonly uint[] terms;
    private readonly int[] starts;
    private readonly ushort[] entries;
    private readonly float[] weights;
    private readonly float[] blockMaxima;

    /// <param name="terms">Ascending and distinct.</param>
    /// <param name="starts">Where each term's postings start, and the end of the last.</param>
    /// <param name="entries">The postings' entries.</param>
    /// <param name="weights">The postings' weights.</param>
    public InvertedIndex(uint[] terms, int[] starts, ushort[] entries, float[] weights)
    {
        this.terms = terms;
        this.starts = starts;
        this.entries = entries;
        this.weights = weights;
        HasNegativeWeights = weights.AsSpan().ContainsAnyInRange(float.NegativeInfinity, -float.Epsilon);

        // A block begins at every multiple of its size inside the term's own postings; terms with one block share the array all the same.
        FirstBlocks = new int[terms.Length];
        var blocks = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            FirstBlocks[i] = blocks;
            blocks += (starts[i + 1] - starts[i] + BlockSize - 1) / BlockSize;
        }

        blockMaxima = new float[blocks];
        for (var i = 0; i < terms.Length; i++)
        {
            for (int at = starts[i], block = FirstBlocks[i]; at < starts[i + 1]; at += BlockSize, block++)
                blockMaxima[block] = System.Numerics.Tensors.TensorPrimitives.Max(weights.AsSpan(at, Math.Min(BlockSize, starts[i + 1] - at)));
        }
    }

    public ReadOnlySpan<uint> Terms => terms;

    public int PostingCount => entries.Length;

    /// <summary>A posting below zero makes the blocks' maxima no bounds.</summary>
    public bool HasNegativeWeights { get; }

    /// <summary>Bytes held for all postings, terms and bounds.</summary>
    public long ByteCount => (terms.Length * 4L) + (starts.Length * 4L) + (FirstBlocks.Length * 4L) + (blockMaxima.Length * 4L) + (entries.Length * 6L);

    private int[] FirstBlocks { get; }

    /// <summary>The term's position in <see cref="Terms"/>, or a negative number.</summary>
    public int Find(uint term) => Array.BinarySearch(terms, term);

    public Postings this[int position]
    {
        get
        {
            var start = starts[position];
            var count = starts[position + 1] - start;
            return new(
                entries.AsMemory(start, count), weights.AsMemory(start, count), blockMaxima.AsMemory(FirstBlocks[position], (count + BlockSize - 1) / BlockSize));
        }
    }
}

/// <summary>One term's entries, ascending, their weights, and the highest weight of each block.</summary>
internal readonly record struct Postings(ReadOnlyMemory<ushort> Entries, ReadOnlyMemory<float> Weights, ReadOnlyMemory<float> BlockMaxima);
