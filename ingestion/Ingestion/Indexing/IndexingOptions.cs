using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>How chunks become index entries.</summary>
public sealed class IndexingOptions
{
    /// <summary>Chunks sent to the embedding model in one call. Default 32.</summary>
    [Range(1, 2048)]
    public int EmbeddingBatchSize { get; set; } = 32;

    /// <summary>
    /// Longest text sent to the embedding model, in units of <see cref="Knowledge.Text.ChunkSize"/>; a longer chunk is cut for embedding
    /// only, and reported. Default 395: fits 512 tokens of the usual multilingual models.
    /// </summary>
    [Range(16, 100_000)]
    public int EmbeddingTokenLimit { get; set; } = 395;

    /// <summary>Entries handed to the index in one call. Default 256.</summary>
    [Range(1, 10_000)]
    public int StageBatchSize { get; set; } = 256;

    /// <summary>Minutes after which an ended chunk is removed for good: longer than the longest turn. Default 15.</summary>
    [Range(0, 10_080)]
    public int CleanUpDelayMinutes { get; set; } = 15;
}
