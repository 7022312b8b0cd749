using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class StatedValuesTests
{
    [Theory]
    [InlineData("Il est fixé à 3 377 € par mois.", "3 428 €")]
    [InlineData("Le taux est de 30 pour cent.", "50 %")]
    [InlineData("Le délai est de deux mois.", "trois mois")]
    [InlineData("Le délai est de 2 mois.", "quinze mois")]
    [InlineData("en vigueur depuis le 1er mai 2019", "1er mai 2008")]
    [InlineData("réduite d'au moins un tiers", "au moins des deux tiers")]
    [InlineData("Gir 3 : 1 010,85 €", "674,27 €")]
    [InlineData("Personne seule – Participation : 16,40", "26,10")]
    [InlineData("1951 : 163", "164")]
    public void Sees_a_value_of_the_same_kind_that_is_not_the_one_asked_for(string line, string value) =>
        StatedValues.StatesAnother(line, value).ShouldBe(true);

    [Theory]
    [InlineData("Le montant dépend des ressources.", "3 428 €")]
    [InlineData("Le plafond est revalorisé au 1er janvier 2020.", "3 428 €")]
    [InlineData("Le délai est de 2 mois.", "3 428 €")]
    [InlineData("Le délai est de deux mois.", "3 jours")]
    [InlineData("L'article L. 341-4 du 2° de 2019 s'applique à la 4e catégorie.", "164")]
    [InlineData("", "3 428 €")]
    public void A_line_without_a_value_of_that_kind_is_not_wrong(string line, string value) =>
        StatedValues.StatesAnother(line, value).ShouldBe(false);

    [Theory]
    [InlineData("Il est de 3 428 euros, et de 1 714 € pour la moitié.", "3 428 €")]
    [InlineData("Le délai est de 2 mois.", "deux mois")]
    [InlineData("cent cinquante-deux trimestres", "152 trimestres")]
    [InlineData("à partir de soixante et un ans", "61 ans")]
    [InlineData("à quatre-vingt-dix jours", "90 jours")]
    [InlineData("Le titre de séjour date d'au moins cinq ans.", "cinq ans, sauf exceptions")]
    public void The_right_value_in_another_form_or_beside_another_is_not_wrong(string line, string value) =>
        StatedValues.StatesAnother(line, value).ShouldBe(false);

    [Fact]
    public void A_value_that_is_no_figure_is_not_judged() =>
        StatedValues.StatesAnother("Il est de 3 377 € par mois.", "oui, dans les conditions du salaire").ShouldBeNull();
}
