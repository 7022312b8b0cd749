using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Text;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Knowledge.Index;

/// <summary>
/// What an index was built with, written with it and compared at every start: a mismatch stops the host with both values and
/// the command to run.
/// </summary>
public sealed record IndexManifest
{
    /// <summary>The layout this program writes: raised when the fields or weights of an entry change their meaning.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Layout of the stored index; raised when old files can no longer be read as they are.</summary>
    public required int Schema { get; init; }

    /// <summary>Name and version of the text analysis (<see cref="Text.FrenchAnalyzer.Version"/>): question and index must share it.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The embedding model's name; empty without a dense leg.</summary>
    public string EmbeddingModel { get; init; } = "";

    /// <summary>Numbers in an embedding; 0 without a dense leg.</summary>
    public int EmbeddingSize { get; init; }

    /// <summary>What this program builds and searches with.</summary>
    public static IndexManifest Current(string embeddingModel = "", int embeddingSize = 0) => new()
    {
        Schema = CurrentSchema,
        Analyzer = FrenchAnalyzer.Version,
        EmbeddingModel = embeddingModel,
        EmbeddingSize = embeddingSize,
    };

    /// <summary>The same, with the embedding model that is configured; null: none.</summary>
    /// <exception cref="InvalidOperationException">The generator does not tell what the manifest must hold.</exception>
    public static IndexManifest Of(IEmbeddingGenerator<string, Embedding<float>>? generator)
    {
        if (generator is null)
            return Current();
        var model = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        return model is { DefaultModelId: { Length: > 0 } name, DefaultModelDimensions: > 0 and { } size }
            ? Current(name, size)
            : throw new InvalidOperationException(
                "The embedding generator tells neither its model's name nor the size of its vectors, which the index manifest needs.\n"
                + "Set both where the generator is registered.");
    }

    /// <summary>Called at every start on the stored manifest (null: nothing indexed yet).</summary>
    /// <exception cref="DataFolderException">The index was built with something else.</exception>
    public void Require(IndexManifest? stored, string store)
    {
        if (stored is null || stored == this)
            return;
        throw new DataFolderException(
            DataFolderFault.ManifestMismatch,
            $"The index in '{store}' was built with {stored.InWords()}; this program works with {InWords()}.\n"
            + "Run `dotnet run --project ingestion/IngestionJob -- reindex`, or start the program it was built with.")
        {
            Path = store,
            Found = stored.InWords(),
            Expected = InWords(),
        };
    }

    private string InWords() => $"schema {Schema}, analyser {Analyzer}, {(EmbeddingModel.Length == 0 ? "no embedding model" : $"embedding model {EmbeddingModel} ({EmbeddingSize})")}";
}
