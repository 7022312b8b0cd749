using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class FactFinderTests
{
    [Theory]
    [InlineData("1 234,50 €", "1234,5 euros")]
    [InlineData("3 400 euros", "3.400 €")]
    [InlineData("9,2 %", "9,20 pour cent")]
    [InlineData("30 %", "30 p. 100")]
    [InlineData("le 1er janvier 2024", "le 01/01/2024")]
    [InlineData("le 5 mars 2023", "2023-03-05")]
    [InlineData("un délai de deux mois", "un délai de 2 mois")]
    [InlineData("cinq ans", "5 années")]
    [InlineData("l'article L. 512-1", "l'article L512-1")]
    [InlineData("art. 5", "article 5")]
    [InlineData("les deux tiers", "les 2/3")]
    [InlineData("un mois", "1 mois")]
    [InlineData("soixante-cinq ans", "65 ans")]
    [InlineData("quatre-vingt-dix jours", "90 jours")]
    public void Ways_of_writing_one_fact_are_equal(string one, string other) =>
        FactFinder.Find(one).ShouldBe(FactFinder.Find(other), ignoreOrder: true);

    [Theory]
    [InlineData("30 %", "30 €")]
    [InlineData("12 mois", "12 ans")]
    [InlineData("1 234 €", "1 243 €")]
    [InlineData("le 1er janvier 2024", "le 1er janvier 2023")]
    [InlineData("L. 512-1", "L. 512-2")]
    [InlineData("L. 512-1", "R. 512-1")]
    [InlineData("2/3", "1/3")]
    [InlineData("9,2 %", "92 %")]
    [InlineData("L. 512-1 bis", "L. 512-1")]
    public void Facts_that_differ_in_value_or_unit_are_not_supported(string claimed, string known) =>
        FactFinder.Find(known).Any(fact => FactFinder.Find(claimed).Any(fact.Supports)).ShouldBeFalse();

    [Theory]
    [InlineData("janvier 2024", "1er janvier 2024", true)]
    [InlineData("2024", "1er janvier 2024", true)]
    [InlineData("1er janvier 2024", "janvier 2024", false)]
    [InlineData("80", "80 %", true)]
    [InlineData("80 %", "80", false)]
    public void A_source_supports_what_is_said_less_precisely_never_more(string claimed, string known, bool supported) =>
        FactFinder.Find(claimed).All(claim => FactFinder.Find(known).Any(fact => fact.Supports(claim))).ShouldBe(supported);
}
