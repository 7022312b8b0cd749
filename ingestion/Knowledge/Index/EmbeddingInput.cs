using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Knowledge.Index;

/// <summary>
/// What a text is embedded for. Many models embed a question and a passage differently; both sides of the index say which it is in the
/// options of the one generator, under the name that several makers' wires have for it. A generator that knows no difference ignores it.
/// </summary>
public static class EmbeddingInput
{
    public const string Property = "input_type";
    public const string Question = "query";
    public const string Passage = "passage";

    public static EmbeddingGenerationOptions ForQuestion() => For(Question);

    public static EmbeddingGenerationOptions ForPassage() => For(Passage);

    private static EmbeddingGenerationOptions For(string use) => new() { AdditionalProperties = new() { [Property] = use } };
}
