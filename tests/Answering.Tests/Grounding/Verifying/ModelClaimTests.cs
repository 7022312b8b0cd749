using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Tests.Grounding.Verifying;

public sealed class ModelClaimTests
{
    private const string Widow = "Le conjoint survivant âgé de 55 ans reçoit la pension.";
    private const string Orphan = "Les enfants orphelins peuvent prétendre à une rente jusqu'à 21 ans.";
    private const string Alternative = "L'aide est accordée si l'assuré remplit l'une des conditions suivantes : être âgé de 60 ans ou être reconnu inapte au travail.";

    private static readonly ImmutableArray<Passage> Found = Passages.Of(new RuleBook()
        .Article("1").Paragraph($"{Widow} {Orphan} Renseignements au 3646 ou sur www.ameli.fr.")
        .Article("2").Paragraph(Alternative)
        .Article("3").Paragraph("L'aide est cumulable avec la prime de Noël.")
        .Article("4").Paragraph("Seul l'assuré autorisé par le médecin peut quitter son domicile.")
        .Build());

    [Theory]
    [InlineData("L'aide se cumule avec la prime de Noël : composez le 36 46.", null, ClaimFlaw.UnknownContact)]
    [InlineData("L'aide se cumule avec la prime de Noël : composez le 36 46.", "3646", null)]
    [InlineData("L'aide se cumule avec la prime de Noël : composez le 39 39.", "3646", ClaimFlaw.UnknownContact)]
    [InlineData("L'aide se cumule avec la prime de Noël : appelez le 01 23 45 67 89.", "01.23.45.67.89", null)]
    [InlineData("L'aide se cumule avec la prime de Noël : appelez le 01 23 45 67 98.", "01.23.45.67.89", ClaimFlaw.UnknownContact)]
    [InlineData("L'aide se cumule avec la prime de Noël : voir https://www.caf.fr.", "www.caf.fr", null)]
    [InlineData("L'aide se cumule avec la prime de Noël : voir www.caf.fr.pirate.example.com.", "www.caf.fr", ClaimFlaw.UnknownContact)]
    [InlineData("L'aide se cumule avec la prime de Noël : écrire à aide@caf.fr.", "aide@caf.fr", null)]
    [InlineData("L'aide se cumule avec la prime de Noël : écrire à aide@caf.fr.", "www.caf.fr", ClaimFlaw.UnknownContact)]
    public void A_contact_stands_in_the_passage_or_on_the_official_list(string text, string? official, ClaimFlaw? flaw) =>
        Flaw(text, 3, "L'aide est cumulable avec la prime de Noël.", new() { Writer = WriterKind.Model, OfficialContacts = official is null ? [] : [official] }).ShouldBe(flaw);

    [Fact]
    public void A_contact_of_the_cited_passage_may_be_said_in_another_form() =>
        Flaw("Pour se renseigner : 36 46 ou www.ameli.fr.", 1, "Renseignements au 3646 ou sur www.ameli.fr.").ShouldBeNull();

    [Theory]
    [InlineData("Elle a droit à l'aide, cumulable avec la prime de Noël.")]
    [InlineData("Mme Martin a droit à l'aide, cumulable avec la prime de Noël.")]
    [InlineData("Vous avez droit à l'aide, cumulable avec la prime de Noël.")]
    [InlineData("Oui, elle est éligible à l'aide, cumulable avec la prime de Noël.")]
    public void Nobody_is_decided_on_where_the_question_is_about_a_person(string text)
    {
        const string Quote = "L'aide est cumulable avec la prime de Noël.";

        Flaw(text, 3, Quote, new() { Writer = WriterKind.Model, ConcernsPerson = true }).ShouldBe(ClaimFlaw.DecidesOnPerson);
        Flaw(text, 3, Quote).ShouldNotBe(ClaimFlaw.DecidesOnPerson);
    }

    [Fact]
    public void The_rule_may_be_said_where_the_question_is_about_a_person() =>
        Flaw("L'aide peut se cumuler avec la prime de Noël.", 3, "L'aide est cumulable avec la prime de Noël.", new() { Writer = WriterKind.Model, ConcernsPerson = true }).ShouldBeNull();

    [Theory]
    [InlineData("Toutes les aides sont cumulables avec la prime de Noël.")]
    [InlineData("L'aide est toujours cumulable avec la prime de Noël.")]
    [InlineData("L'aide est cumulable, sans condition, avec la prime de Noël.")]
    [InlineData("Dans tous les cas, l'aide est cumulable avec la prime de Noël.")]
    public void A_rule_may_not_be_said_of_more_than_its_source_says(string text) =>
        Flaw(text, 3, "L'aide est cumulable avec la prime de Noël.").ShouldBe(ClaimFlaw.RestrictionLost);

    [Theory]
    [InlineData("L'aide est accordée si l'assuré est âgé de 60 ans et reconnu inapte au travail.")]
    [InlineData("L'aide est accordée si l'assuré remplit toutes les conditions suivantes : être âgé de 60 ans, être inapte au travail.")]
    public void Conditions_of_which_one_suffices_may_not_become_all(string text) =>
        Flaw(text, 2, Alternative).ShouldBe(ClaimFlaw.RestrictionLost);

    [Fact]
    public void Conditions_of_which_one_suffices_may_be_said_as_such() =>
        Flaw("L'aide est accordée à l'assuré s'il est âgé de 60 ans ou s'il est reconnu inapte au travail.", 2, Alternative).ShouldBeNull();

    [Theory]
    [InlineData("Le conjoint survivant peut prétendre à une rente jusqu'à 21 ans.", Orphan)]
    [InlineData("Les enfants orphelins de 55 ans reçoivent la pension.", Widow)]
    public void Whom_a_neighbouring_sentence_is_about_is_not_whom_the_quote_is_about(string text, string quote) =>
        Flaw(text, 1, quote).ShouldBe(ClaimFlaw.WordsUnsupported);

    [Theory]
    [InlineData("Seuls les assurés que le médecin y autorise peuvent quitter leur domicile.", null)]
    [InlineData("L'assuré peut quitter son domicile.", ClaimFlaw.RestrictionLost)]
    public void Only_is_not_lost(string text, ClaimFlaw? flaw) =>
        Flaw(text, 4, "Seul l'assuré autorisé par le médecin peut quitter son domicile.").ShouldBe(flaw);

    private static ClaimFlaw? Flaw(string text, int rank, string quote, VerificationRules? rules = null)
    {
        var draft = new AnswerDraft([new() { Kind = ClaimKind.Rule, Text = text, Quotes = [new(rank, quote)] }]);
        return CitationVerifier.Verify(draft, Found, rules ?? new() { Writer = WriterKind.Model }).Rejected.SingleOrDefault()?.Flaw;
    }
}
