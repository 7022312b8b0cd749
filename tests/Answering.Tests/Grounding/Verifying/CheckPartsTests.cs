using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Grounding.Verifying;

namespace AgentHelpdesk.Answering.Tests.Grounding.Verifying;

/// <summary>The parts of the check, each by itself.</summary>
public sealed class CheckPartsTests
{
    [Theory]
    [InlineData("tous les assures y ont droit", "l'assure y a droit", "tous les")]
    [InlineData("la demande est renouvelee tous les trois mois", "la demande est renouvelee au bout de trois mois", null)]
    [InlineData("ce n'est pas toujours vrai", "c'est parfois vrai", null)]
    [InlineData("toute personne y a droit", "chaque personne y a droit", null)]
    [InlineData("l'aide est due quels que soient les revenus", "l'aide est due", "quels que soient")]
    public void Words_that_widen_are_found(string claim, string quote, string? found) => Widening.Of(claim, quote).ShouldBe(found);

    [Theory]
    [InlineData("il doit etre age et inapte", "il doit etre age ou inapte", "et")]
    [InlineData("il doit etre age ou inapte", "il doit etre age et inapte", "ou")]
    [InlineData("il doit etre age ou inapte", "il doit etre age ou inapte", null)]
    [InlineData("il doit remplir les deux conditions", "il doit remplir l'une des conditions", "les deux conditions")]
    [InlineData("il doit remplir l'une des conditions", "les conditions sont cumulatives", "l'une des conditions")]
    [InlineData("il doit remplir l'une des conditions", "il remplit a la fois les conditions", "l'une des conditions")]
    public void Joints_turned_are_found(string claim, string quote, string? found) => Joining.Turned(claim, quote).ShouldBe(found);

    [Theory]
    [InlineData("ouverture", "ouvert", true)]
    [InlineData("pension", "verser", false)]
    [InlineData("payer", "verser", true)]
    public void A_text_says_a_word_in_another_form_or_one_that_means_the_same(string word, string text, bool says) =>
        new Lexis(text).Says(WordTables.Terms(word)[0]).ShouldBe(says);

    [Fact]
    public void Acronyms_are_spelled_out() => Lexis.SpelledOut("en cas d'ald").Says(WordTables.Terms("affection")[0]).ShouldBeTrue();

    [Theory]
    [InlineData("sans reponse sous 2 mois", "sans reponse dans le delai de deux mois", null)]
    [InlineData("la somme de 1 200 €", "la somme de 1 300 €", ClaimFlaw.UnsupportedFact)]
    [InlineData("au plus 1 200 €", "au moins 1 200 €", ClaimFlaw.RestrictionLost)]
    [InlineData("12 mois", "un an", null)]
    [InlineData("1 016,05 €", "1016.05 euros", null)]
    public void Figures_are_held_to_value_unit_and_bound(string claim, string quote, ClaimFlaw? flaw) => (FigureTrial.Broken(claim, quote, "") is { } fault ? fault.Flaw : (ClaimFlaw?)null).ShouldBe(flaw);

    [Theory]
    [InlineData("renseignements : 36 46", "3646")]
    [InlineData("tel. +33 1 23 45 67 89", "0123456789")]
    [InlineData("voir https://www.caf.fr/aides.", "caf.fr/aides")]
    public void Contacts_are_read_in_one_form(string text, string contact) => Contacts.In(text).Found.ShouldBe([contact]);

    [Theory]
    [InlineData("il a droit a l'aide", true)]
    [InlineData("si elle reside en france, elle a droit a l'aide", false)]
    [InlineData("l'assure a droit a l'aide", false)]
    public void A_decision_names_whom_it_is_about_and_no_condition(string plain, bool decides) => (PersonDecision.In(plain, plain) is not null).ShouldBe(decides);

    [Fact]
    public void A_quote_with_words_left_out_is_told_from_one_invented()
    {
        var trial = new QuoteTrial(new Dictionary<int, string> { [1] = "La demande est adressée à la caisse dans les deux mois.", [2] = "Le silence vaut rejet." });

        trial.Of(1, "La demande est adressée").Flaw.ShouldBeNull();
        trial.Of(1, "La demande … deux mois").Flaw.ShouldBe(ClaimFlaw.QuoteStitched);
        trial.Of(1, "Le silence vaut rejet").Flaw.ShouldBe(ClaimFlaw.QuoteMisattributed);
        trial.Of(1, "La demande est envoyée par courrier").Flaw.ShouldBe(ClaimFlaw.QuoteInvented);
    }
}
