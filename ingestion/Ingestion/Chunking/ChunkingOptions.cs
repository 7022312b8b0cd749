using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>How large chunks are. Sizes are counted by <see cref="Knowledge.Text.ChunkSize"/>, prefix included, whatever model embeds them.</summary>
public sealed class ChunkingOptions
{
    /// <summary>The largest chunk, in tokens; only a single word or cell that can't be cut is larger. Default 380: fits 512 of a usual embedding model.</summary>
    [Range(50, 2000)]
    public int MaxTokens { get; set; } = 380;

    /// <summary>A smaller chunk is joined with its neighbour under the same parent where it can be, in tokens of text. Default 100.</summary>
    [Range(0, 1000)]
    public int SmallTokens { get; set; } = 100;

    /// <summary>A section is kept in one chunk with all its numbered subsections up to this size, in tokens of text. Default 250.</summary>
    [Range(0, 2000)]
    public int WholeTokens { get; set; } = 250;

    /// <summary>How many of the last headings stand in front of a chunk with the document's title. Default 3.</summary>
    [Range(0, 10)]
    public int PrefixHeadings { get; set; } = 3;

    /// <summary>A longer heading is cut there in the prefix, in words. Default 25.</summary>
    [Range(3, 100)]
    public int PrefixHeadingWords { get; set; } = 25;
}
