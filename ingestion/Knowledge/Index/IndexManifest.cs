namespace AgentHelpdesk.Knowledge.Index;

/// <summary>
/// What an index was built with, written with it and compared at every start: a mismatch stops the host with both values and
/// the command to run.
/// </summary>
public sealed record IndexManifest
{
    /// <summary>Layout of the stored index; raised when old files can no longer be read as they are.</summary>
    public required int Schema { get; init; }

    /// <summary>Name and version of the text analysis (<see cref="Text.FrenchAnalyzer.Version"/>): question and index must share it.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The embedding model's name; empty without a dense leg.</summary>
    public string EmbeddingModel { get; init; } = "";

    /// <summary>Numbers in an embedding; 0 without a dense leg.</summary>
    public int EmbeddingSize { get; init; }
}
