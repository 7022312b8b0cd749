using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class AnswerValueTests
{
    [Theory]
    [InlineData("Il est de 1\u202F234,50\u00A0€ par mois.", "1 234,50 €")]
    [InlineData("Il est de 1234,50 euros.", "1 234,50 €")]
    [InlineData("Il est fixé à 915,00 €.", "915 €")]
    [InlineData("un taux de 3,10 pour cent", "3,10 %")]
    [InlineData("jusqu’au 1er septembre 2026", "1er septembre 2026")]
    [InlineData("jusqu'au 01/09/2026 inclus", "1er septembre 2026")]
    [InlineData("réduite d’au moins des deux tiers", "au moins des deux tiers")]
    [InlineData("468 € annuels", "468 € par an")]
    [InlineData("Tranche C\t16,40\t26,10", "26,10")]
    [InlineData("Gir 4\t674,27 €", "674,27 €")]
    public void Finds_the_value_in_whatever_form(string text, string value) => AnswerValue.Stands(text, value).ShouldBeTrue();

    [Theory]
    [InlineData("Il est de 11 234,50 €.", "1 234,50 €")]
    [InlineData("Il est de 152,30 €.", "52,30 €")]
    [InlineData("Il est de 52,30 €.", "52 €")]
    [InlineData("Il est de 31,4 %.", "1,4 %")]
    [InlineData("pendant quinze jours", "quinze mois")]
    [InlineData("", "3 jours")]
    public void Finds_no_value_inside_another(string text, string value) => AnswerValue.Stands(text, value).ShouldBeFalse();
}
