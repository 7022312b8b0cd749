using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class ModelTextTests
{
    [Theory]
    [InlineData("Le **plafond** est de `27 141 €` [1].", "Le plafond est de 27 141 €.")]
    [InlineData("# Le plafond\nest fixé (voir passage 2).", "Le plafond est fixé.")]
    [InlineData("Voir [la page](https://pirate.example/x?y=1) de la caisse.", "Voir la page de la caisse.")]
    [InlineData("![logo](http://pirate.example/a.png) Le plafond.", "logo Le plafond.")]
    [InlineData("<b>Le</b> <script>alert(1)</script>plafond.", "Le alert(1) plafond.")]
    [InlineData("Le plafond\u202e est\u200b fixé\u0007.", "Le plafond est fixé .")]
    [InlineData("Si le revenu < 1 000 € et > 500 €.", "Si le revenu < 1 000 € et > 500 €.")]
    [InlineData("- Le plafond, article L. 512-3 [2, 3].", "Le plafond, article L. 512-3.")]
    [InlineData("Le plafond de [NOM] est fixé.", "Le plafond de [NOM] est fixé.")]
    [InlineData("Fin<|im_end|>", "Fin")]
    public void What_a_model_says_becomes_one_line_of_plain_text(string said, string shown) => ModelText.Of(said, 300).ShouldBe(shown);

    [Fact]
    public void Half_a_surrogate_pair_is_left_out() => ModelText.Of($"{'\ud83d'} seul", 300).ShouldBe("seul");

    [Fact]
    public void A_text_that_is_too_long_is_none_rather_than_a_half() => ModelText.Of(new string('a', 301), 300).ShouldBe("");

    [Theory]
    [InlineData("« le plafond est fixé »", "le plafond est fixé")]
    [InlineData("\"… le plafond est fixé …\"", "… le plafond est fixé …")]
    [InlineData("…le plafond est fixé [...]", "le plafond est fixé")]
    [InlineData("« A » et « B »", "A » et « B")]
    public void A_quote_loses_the_marks_around_it(string said, string quote) => ModelText.Quote(said, 300).ShouldBe(quote);
}
