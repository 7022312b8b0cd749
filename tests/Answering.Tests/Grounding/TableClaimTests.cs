namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class TableClaimTests
{
    [Theory]
    [InlineData("participation tranche C couple ?")]
    [InlineData("participation au séjour de repos ?")]
    public async Task An_amount_of_a_table_comes_with_caption_header_and_unit(string question)
    {
        var book = new RuleBook().Section("Montants").Table(
            "Participation au séjour de repos (en euros par jour)", "Tranche | Personne seule | Couple", "Tranche A | 10,20 | 15,40", "Tranche C | 16,40 | 26,10");

        var table = (await Ask.TheWriter(question, book)).Claims[0].Table.ShouldNotBeNull();

        table.Caption.ShouldContain("(en euros par jour)");
        table.Header.ShouldBe(["Tranche", "Personne seule", "Couple"]);
        table.ColumnsLeftOut.ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_wide_table_the_columns_that_name_the_row_and_answer_are_shown()
    {
        var book = new RuleBook().Section("Cotisations").Table(
            "Cotisations des professions libérales",
            "Risque | Organisme | Assiette | Déductibilité | Précompte | Prise en charge | Taux applicable | Cotisation minimale annuelle",
            "Vieillesse de base | Cnavpl | Revenu | Oui | Oui | Non | 8,23 % | 471 €", "Maladie | Urssaf | Revenu | Oui | Oui | Non | 6,50 % | 0 €");

        var answer = await Ask.TheWriter("montant de la cotisation minimale annuelle vieillesse de base ?", book);

        var table = answer.Claims[0].Table.ShouldNotBeNull();
        table.Header.Length.ShouldBe(5);
        table.Header[0].ShouldBe("Risque");
        table.Header.ShouldContain("Cotisation minimale annuelle");
        table.Rows[0].ShouldContain("471 €");
        table.ColumnsLeftOut.ShouldBe(3);
        answer.Verified.Rejected.ShouldBeEmpty();
        answer.Line.ShouldBe("Cotisations des professions libérales – Vieillesse de base – Cotisation minimale annuelle : 471 €");
    }

    [Fact]
    public async Task Of_a_table_cut_in_two_the_half_whose_row_the_question_names_comes_first()
    {
        var book = new RuleBook("Indemnités kilométriques du salarié").Section("Véhicule automobile")
            .Table("Montant des indemnités kilométriques pour un véhicule automobile", "Type de véhicule | Jusqu'à 1 000 km | Au-delà", "5 CV | 0,36 € | 0,26 €", "6 CV | 0,37 € | 0,27 €")
            .NextChunk().NextPage()
            .Table("", "Type de véhicule | Jusqu'à 1 000 km | Au-delà", "8 CV et plus | 0,41 € | 0,29 €");

        var answer = await Ask.TheWriter("montant des indemnités kilométriques d'un véhicule automobile de 8 CV et plus, au-delà de 1 000 km ?", book);

        answer.Claims[0].Table.ShouldNotBeNull().Rows[0][0].ShouldBe("8 CV et plus");
        answer.Line.ShouldContain("8 CV et plus");
    }
}
