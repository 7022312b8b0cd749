using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What a call of the model took: the server's own count of tokens, else one by characters, and what that costs.</summary>
public sealed class ModelPrices(IOptions<ModelBudgetOptions> options)
{
    /// <summary>French text of rules, as the tokenizers of large models cut it: 3 to 4.5 characters a token. The low end, so that a budget is kept.</summary>
    private const double CharactersPerToken = 3;

    private const decimal Million = 1_000_000;

    /// <summary>The call with its tokens, counted or estimated, and its cost; the same when done twice.</summary>
    public ModelCall Complete(ModelCall call)
    {
        // A server that tells no usage tells none of either; a call that never reached it took nothing.
        var tells = call.InputTokens > 0 || call.OutputTokens > 0;
        var counted = tells || (call.PromptCharacters == 0 && call.Said.Length == 0) ? call : call with
        {
            InputTokens = TokensOf(call.PromptCharacters),
            OutputTokens = TokensOf(call.Said.Length),
            IsEstimated = true,
        };
        return counted with { Cost = CostOf(counted.InputTokens, counted.OutputTokens) };
    }

    public decimal CostOf(long inputTokens, long outputTokens) =>
        ((inputTokens * options.Value.InputPrice) + (outputTokens * options.Value.OutputPrice)) / Million;

    /// <summary>At most what so many characters take.</summary>
    public static long TokensOf(int characters) => (long)Math.Ceiling(characters / CharactersPerToken);
}
