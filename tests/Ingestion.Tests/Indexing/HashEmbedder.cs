using AgentHelpdesk.Knowledge.Text;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Ingestion.Tests.Indexing;

/// <summary>A deterministic embedding of words; remembers what it was asked.</summary>
internal sealed class HashEmbedder(string model = "hash", int size = 8) : IEmbeddingGenerator<string, Embedding<float>>
{
    public List<IReadOnlyList<string>> Calls { get; } = [];

    public bool IsDown { get; set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (IsDown)
            throw new HttpRequestException("The embedding model does not answer.");
        var batch = values.ToList();
        Calls.Add(batch);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(batch.Select(text => new Embedding<float>(VectorOf(text)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, model, size) : null;

    public void Dispose()
    {
    }

    private float[] VectorOf(string text)
    {
        var vector = new float[size];
        foreach (var token in FrenchAnalyzer.Analyze(text))
            vector[TermId.Of(token.Term) % size]++;
        return vector;
    }
}
