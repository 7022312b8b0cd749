using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class FirstLineTests
{
    [Fact]
    public async Task A_sentence_that_fits_is_said_whole()
    {
        var answer = await Ask.TheWriter("montant de la prime de naissance ?", Rule("La prime de naissance est fixée à 1 066,30 € par enfant."));

        answer.Line.ShouldBe("La prime de naissance est fixée à 1 066,30 € par enfant.");
        answer.FirstLine.ShouldNotBeNull().IsWholeClaim.ShouldBeTrue();
        answer.FirstLine.Citations.ShouldBe([1]);
        answer.FirstLine.Claim.ShouldBe(0);
    }

    [Fact]
    public async Task A_long_sentence_is_cut_at_its_own_marks_around_the_value()
    {
        var answer = await Ask.TheWriter("taux de la pension d'invalidité de première catégorie ?", Rule(
            "Pour les invalides de la première catégorie, la pension d'invalidité est égale à 30 % du salaire annuel moyen, revalorisé dans les conditions prévues par décret, sans préjudice des autres avantages."));

        answer.Line.ShouldStartWith("Pour les invalides de la première catégorie, la pension d'invalidité est égale à 30 % du salaire annuel moyen…");
        answer.FirstLine.ShouldNotBeNull().IsWholeClaim.ShouldBeFalse();
    }

    [Fact]
    public async Task A_value_in_the_middle_of_a_long_sentence_keeps_the_clause_that_says_whose_it_is()
    {
        var answer = await Ask.TheWriter("délai de carence de l'indemnité ?", Rule(
            "Lorsque l'interruption résulte d'une tempête constatée par le service météorologique compétent pour le littoral, l'indemnité est servie après un délai de carence de trois jours."));

        answer.Line.ShouldBe("Lorsque l'interruption résulte d'une tempête constatée… l'indemnité est servie après un délai de carence de trois jours.");
    }

    [Theory]
    [InlineData("La prime est de 500 € au moins pour chacun des enfants nés ou adoptés dans le foyer du salarié de l'entreprise qui en fait la demande écrite.", "au moins")]
    [InlineData("La prime de 500 € n'est pas due aux salariés qui ont quitté l'entreprise avant la fin du trimestre civil au cours duquel l'enfant est né.", "n'est pas due")]
    [InlineData("La prime de 500 € est due sauf faute grave commise dans l'entreprise par le salarié qui en demande le bénéfice après la fin de son contrat.", "sauf faute grave")]
    public async Task What_restricts_the_value_in_its_clause_is_kept(string sentence, string restriction)
    {
        var answer = await Ask.TheWriter("montant de la prime ?", Rule(sentence));

        answer.Line.Length.ShouldBeLessThanOrEqualTo(FirstLine.MaxLength);
        answer.Line.ShouldContain("500");
        answer.Line.ShouldContain(restriction);
    }

    [Fact]
    public async Task A_range_is_said_with_both_its_ends_or_not_at_all()
    {
        var answer = await Ask.TheWriter("plafond IJR 2024", Rule(
            "Le montant de l'IJR correspond à 1/500 du revenu moyen des 3 dernières années et elle est comprise entre 6,10 € et 58,20 € (correspondant au plafond annuel du régime divisé par 500)."));

        answer.Line.ShouldNotBeEmpty();
        answer.Line.ShouldNotEndWith("6,10 €…");
    }

    [Fact]
    public async Task A_verdict_on_a_case_is_not_read_aloud_of_a_person()
    {
        var rule = Rule("Non, un étudiant ne peut pas bénéficier de l'aide au logement des familles.");

        (await Ask.TheWriter("Un étudiant peut-il bénéficier de l'aide au logement des familles ?", rule)).Line.ShouldStartWith("Non, un étudiant");
        (await Ask.TheWriter("Mme Durand, étudiante, a-t-elle droit à l'aide au logement des familles ?", rule)).Line.ShouldStartWith("… un étudiant ne peut pas");
    }

    [Fact]
    public async Task A_list_is_announced_by_its_introduction()
    {
        var book = new RuleBook().Section("Aide").Paragraph("L'aide au logement est versée aux locataires qui remplissent les conditions suivantes :")
            .Items("- occuper le logement huit mois par an ;", "- payer un loyer ;", "- disposer de faibles ressources.");

        (await Ask.TheWriter("conditions de l'aide au logement", book)).Line.ShouldBe("L'aide au logement est versée aux locataires qui remplissent les conditions suivantes : …");
    }

    [Fact]
    public async Task A_short_list_is_said_with_all_its_items()
    {
        var book = new RuleBook().Section("Aide").Paragraph("Le plafond de l'aide est de :").Items("- 900 € pour une personne seule ;", "- 1 400 € pour un couple.");

        var answer = await Ask.TheWriter("plafond de l'aide", book);

        answer.Line.ShouldBe("Le plafond de l'aide est de : 900 € pour une personne seule ; 1 400 € pour un couple.");
        answer.FirstLine.ShouldNotBeNull().IsWholeClaim.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_items_with_a_value_each_the_one_the_question_names_is_said_or_none()
    {
        var book = new RuleBook().Section("Période d'essai").Paragraph("La durée de la période d'essai des contrats conclus par l'entreprise est fixée ainsi :")
            .Items("- deux mois pour les ouvriers et les employés de l'entreprise ;", "- quatre mois pour les cadres et les ingénieurs de l'entreprise.");

        (await Ask.TheWriter("durée de la période d'essai des cadres ?", book)).Line.ShouldContain("quatre mois pour les cadres");
        (await Ask.TheWriter("durée de la période d'essai ?", book)).Line.ShouldBe("La durée de la période d'essai des contrats conclus par l'entreprise est fixée ainsi : …");
    }

    [Fact]
    public async Task A_cell_comes_with_caption_row_and_column()
    {
        var book = new RuleBook().Section("Montants").Table(
            "Tableau 2 – Participation au séjour de repos (en euros par jour)", "Tranche | Personne seule | Couple", "Tranche A | 10,20 | 15,40", "Tranche C | 16,40 | 26,10");

        var answer = await Ask.TheWriter("participation au séjour de repos pour un couple tranche C ?", book);

        answer.Line.ShouldBe("Participation au séjour de repos (en euros par jour) – Tranche C – Couple : 26,10");
    }

    [Theory]
    [InlineData("plafond mensuel en juillet 2023 ?", "Plafond mensuel de la sécurité sociale – 1er janvier 2023 : 3 666 €")]
    [InlineData("plafond mensuel ?", "Plafond mensuel de la sécurité sociale – 1er janvier 2025 : 3 925 €")]
    public async Task The_row_in_force_on_the_day_asked_is_said(string question, string line)
    {
        var book = new RuleBook().Section("Plafonds")
            .Table("Plafond mensuel de la sécurité sociale", "Date d'effet | Valeur", "1er janvier 2025 | 3 925 €", "1er janvier 2024 | 3 864 €", "1er janvier 2023 | 3 666 €", "1er janvier 2022 | 3 428 €");

        (await Ask.TheWriter(question, book)).Line.ShouldBe(line);
    }

    [Fact]
    public async Task A_row_named_by_a_number_says_of_what()
    {
        var book = new RuleBook().Section("Forfaits").Table("Forfait logement", "Nombre de personnes | Montant", "1 | 67,17 €", "2 | 134,34 €", "3 | 166,25 €");

        (await Ask.TheWriter("forfait logement pour 2 personnes ?", book)).Line.ShouldBe("Forfait logement – Nombre de personnes : 2 – 134,34 €");
    }

    [Fact]
    public async Task Columns_the_question_does_not_tell_apart_are_both_said()
    {
        var book = new RuleBook().Section("Taux").Table("Taux de cotisation", "Risque | Employeur | Salarié", "Maladie | 7,30 % | 1,50 %", "Vieillesse | 8,55 % | 6,90 %");

        (await Ask.TheWriter("taux de cotisation vieillesse ?", book)).Line.ShouldBe("Taux de cotisation – Vieillesse – Employeur : 8,55 % ; Salarié : 6,90 %");
        (await Ask.TheWriter("taux de cotisation vieillesse du salarié ?", book)).Line.ShouldBe("Taux de cotisation – Vieillesse – Salarié : 6,90 %");
    }

    [Fact]
    public async Task Rows_the_question_does_not_tell_apart_leave_the_title_alone()
    {
        var book = new RuleBook().Section("Montants").Table(
            "Montant à votre charge en fonction de vos revenus", "Ressources mensuelles | Reste à charge",
            "Inférieures à 813,39 € | Aucun", "De 813,39 € à 2 995,53 € | De 0 % à 90 % du plan d'aide", "Supérieures à 2 995,53 € | 90 % du plan d'aide", "Non déclarées | 90 % du plan d'aide");

        (await Ask.TheWriter("montant à votre charge ?", book)).Line.ShouldBe("Montant à votre charge en fonction de vos revenus");
    }

    private static RuleBook Rule(string sentence) => new RuleBook().Section("Règle").Paragraph(sentence);
}
