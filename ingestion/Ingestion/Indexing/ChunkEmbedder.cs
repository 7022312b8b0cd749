using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>The dense leg of ingestion, where the installation has an embedding model; without one chunks have no vector.</summary>
internal sealed class ChunkEmbedder(
    IOptions<IndexingOptions> options, ILogger<ChunkEmbedder> logger, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    /// <summary>What the index is built with.</summary>
    public IndexManifest Manifest => IndexManifest.Of(generator);

    /// <summary>As many vectors as chunks; empty ones without a model, and for a chunk without a word.</summary>
    /// <exception cref="EmbeddingUnavailableException">The model gave none.</exception>
    public async Task<ReadOnlyMemory<float>[]> EmbedAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var vectors = new ReadOnlyMemory<float>[chunks.Count];
        if (generator is null)
            return vectors;
        var size = Manifest.EmbeddingSize;
        for (var start = 0; start < chunks.Count; start += options.Value.EmbeddingBatchSize)
        {
            var batch = chunks.Skip(start).Take(options.Value.EmbeddingBatchSize).Select(TextOf).ToList();
            var embeddings = await AskAsync(generator, batch, cancellationToken);
            if (embeddings.Count != batch.Count || embeddings.Where((embedding, i) => embedding.Vector.Length != (HasWords(batch[i]) ? size : 0)).Any())
                throw new EmbeddingUnavailableException($"The embedding model was asked for {batch.Count} vectors of {size} numbers and gave something else.");
            for (var i = 0; i < batch.Count; i++)
                vectors[start + i] = embeddings[i].Vector;
        }

        return vectors;
    }

    // Whatever a model's server or its client throws, the index is not to blame.
    private static async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, List<string> batch, CancellationToken cancellationToken)
    {
        try
        {
            return await generator.GenerateAsync(batch, EmbeddingInput.ForPassage(), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingUnavailableException(exception.Message, exception);
        }
    }

    private static bool HasWords(string text) => !string.IsNullOrWhiteSpace(text);

    private string TextOf(Chunk chunk)
    {
        var text = IndexedText.Of(chunk);
        var cut = IndexedText.Cut(text, options.Value.EmbeddingTokenLimit);
        if (cut.Length < text.Length)
            logger.ChunkCutForEmbedding(chunk.Locator.Revision, chunk.Ordinal, chunk.TokenCount, options.Value.EmbeddingTokenLimit);
        return cut;
    }
}
