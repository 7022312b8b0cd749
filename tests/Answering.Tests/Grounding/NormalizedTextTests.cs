using AgentHelpdesk.Answering.Grounding;
using CsCheck;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("L’œuvre « sociale » est due", "l'oeuvre \"sociale\" est due")]
    [InlineData("Non‑cumul – 30\u202f% de 1\u00a0234,50\u00a0€", "NON-CUMUL - 30 % de 1 234,50 €")]
    [InlineData("De\u0301ce\u0300s de l’assuré :\nsuite", "Décès de l'assuré : suite")]
    [InlineData("ﬁnancement eﬀectif", "financement effectif")]
    [InlineData("Pension d\u00adinva\u200blidité", "pension dinvalidité")]
    [InlineData("1re catégorie\t30 %", "1re catégorie 30 %")]
    public void Texts_that_differ_only_in_print_are_the_same(string one, string other) =>
        NormalizedText.Of(one).Text.ShouldBe(NormalizedText.Of(other).Text);

    [Theory]
    [InlineData("un délai de 112 mois", "12 mois")]
    [InlineData("la somme de 1 234,50 €", "234,50 €")]
    [InlineData("la somme de 1 234,50 €", "somme de 1 234")]
    [InlineData("l'article L. 512-14 s'applique", "L. 512-1")]
    [InlineData("la pension est suspendue", "la pension est suspend")]
    [InlineData("la pension est versée", "la pension versée")]
    [InlineData("la pension est due", "la pension est dûe")]
    public void A_quote_that_stands_otherwise_in_the_text_is_not_found(string text, string quote) =>
        NormalizedText.Of(text).Contains(NormalizedText.Of(quote)).ShouldBeFalse();

    [Fact]
    public void Finds_each_place_in_the_characters_of_the_original()
    {
        const string text = "Cœur : l’aide de 10 €.\nL'aide   de 10 €.";
        var places = NormalizedText.Of(text).Find(NormalizedText.Of("l'aide de 10 €")).Select(range => text.Substring(range.Start, range.Length));

        places.ShouldBe(["l’aide de 10 €", "L'aide   de 10 €"]);
    }

    [Fact]
    public void Normalising_twice_is_normalising_once_whatever_the_characters() =>
        Gen.String.Sample(text =>
        {
            var once = NormalizedText.Of(text).Text;
            NormalizedText.Of(once).Text.ShouldBe(once);
        });
}
