using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Tests.Text;

public sealed class ChunkSizeTests
{
    [Theory]
    // What multilingual-e5's tokenizer counts, within a fifth.
    [InlineData("Le montant de l'allocation est fixé par décret.", 12)]
    [InlineData("L'allocation aux adultes handicapés (AAH) est versée mensuellement par la caisse d'allocations familiales.", 31)]
    [InlineData("1 016,05 €", 6)]
    public void Counts_nearly_as_an_embedding_model_does(string text, int tokens) =>
        ((double)ChunkSize.CountTokens(text)).ShouldBe(tokens, tokens * 0.2);

    [Fact]
    public void Counts_nothing_in_an_empty_text() => ChunkSize.CountTokens(" \n\t").ShouldBe(0);

    [Fact]
    public void Counts_leader_dots_for_what_models_make_of_them() =>
        ChunkSize.CountTokens("Annexe " + new string('.', 100) + " 12").ShouldBeLessThan(15);

    [Fact]
    public void Is_additive_up_to_rounding()
    {
        const string one = "Les conditions d'attribution sont réunies.";
        ChunkSize.CountTokens(one + "\n" + one).ShouldBeInRange((2 * ChunkSize.CountTokens(one)) - 1, 2 * ChunkSize.CountTokens(one));
    }
}
