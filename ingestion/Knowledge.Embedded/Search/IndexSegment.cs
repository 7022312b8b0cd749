namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// Up to 65,536 entries, immutable: filter fields by column, an inverted index, vectors. The limit makes an entry's number in its
/// segment 16 bits, so that a posting takes six bytes without any coding that a search would have to undo.
/// </summary>
internal sealed class IndexSegment
{
    public const int MostEntries = 1 << 16;

    public required long[] Ids { get; init; }
    public required int[] From { get; init; }
    public required int[] Until { get; init; }
    public required long[] ShownFrom { get; init; }

    /// <summary>Each entry's document, as a position in <see cref="DocumentNames"/>; kinds and audiences likewise.</summary>
    public required int[] Documents { get; init; }
    public required int[] Kinds { get; init; }
    public required int[] Audiences { get; init; }
    public required string[] DocumentNames { get; init; }
    public required string[] KindNames { get; init; }

    /// <summary>Each distinct combination of audiences.</summary>
    public required string[][] AudienceNames { get; init; }

    /// <summary>The entries that hold a part of an article.</summary>
    public required Dictionary<string, ushort[]> Articles { get; init; }

    public required InvertedIndex Inverted { get; init; }
    public required DenseVectors Dense { get; init; }

    public int Count => Ids.Length;
}
