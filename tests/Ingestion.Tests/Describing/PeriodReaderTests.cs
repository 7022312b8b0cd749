using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Tests.Sectioning;

namespace AgentHelpdesk.Ingestion.Tests.Describing;

/// <summary>A wrong date gives wrong rules: what is not stated of the document itself stays empty.</summary>
public sealed class PeriodReaderTests
{
    [Theory]
    [InlineData("Applicable au 1er avril 2024", "2024-04-01", null)]
    [InlineData("Applicable à compter du 1er avril 2024", "2024-04-01", null)]
    [InlineData("Applicable à partir du lundi 3 juin 2024", "2024-06-03", null)]
    [InlineData("Texte applicable dès le 1er avril 2024.", "2024-04-01", null)]
    [InlineData("Date d’effet : 01/04/2024", "2024-04-01", null)]
    [InlineData("Date d’application : 1er avril 2024", "2024-04-01", null)]
    [InlineData("Date d’entrée en vigueur : le 1 er avril 2024", "2024-04-01", null)]
    [InlineData("Entrée en vigueur : le texte entre en vigueur le 1er avril 2024", "2024-04-01", null)]
    [InlineData("Date d’effet du présent barème : 1er avril 2024", "2024-04-01", null)]
    [InlineData("En vigueur depuis le 15 mai 2023", "2023-05-15", null)]
    [InlineData("Entre en vigueur le 15 mai 2023", "2023-05-15", null)]
    [InlineData("Prend effet le 15.05.2023", "2023-05-15", null)]
    [InlineData("Applicable à compter de janvier 2025", "2025-01-01", null)]
    [InlineData("Applicable à compter du mois d’avril 2025", "2025-04-01", null)]
    [InlineData("Période d’application : du 1er avril 2024 au 31 mars 2025", "2024-04-01", "2025-03-31")]
    [InlineData("Valable du 1er janvier au 31 décembre 2025 inclus", "2025-01-01", "2025-12-31")]
    [InlineData("Applicable à compter du 1er avril 2024 et jusqu’au 31 mars 2025", "2024-04-01", "2025-03-31")]
    [InlineData("Applicable jusqu’au 31 décembre 2025", null, "2025-12-31")]
    [InlineData("Date de fin de validité : 31/12/2025", null, "2025-12-31")]
    [InlineData("Circulaire abrogée le 1er mars 2025", null, "2025-02-28")]
    [InlineData("ABROGÉE À COMPTER DU 1ER MARS 2024", null, "2024-02-29")]
    public void Days_in_the_frame_of_the_document_are_proposed(string line, string? from, string? until)
    {
        var proposal = Describe(new SomeDocument().Heading("Circulaire n° 2024-07").Note("Destinataires : les organismes").Note(line));

        Text(proposal.ApplicableFrom).ShouldBe(from);
        Text(proposal.ApplicableUntil).ShouldBe(until);
        line.ShouldContain((proposal.ApplicableFrom ?? proposal.ApplicableUntil)!.Words);
    }

    [Theory]
    [InlineData("La présente circulaire entre en vigueur le 1er mars 2025.")]
    [InlineData("La présente instruction est applicable à compter du 1er mars 2025.")]
    [InlineData("Les dispositions de la présente circulaire s’appliquent aux demandes déposées à compter du 1er mars 2025.")]
    [InlineData("Cette circulaire prend effet à compter du 1er mars 2025.")]
    [InlineData("Les présentes dispositions sont mises en œuvre à partir du 1er mars 2025.")]
    public void A_sentence_about_the_document_itself_states_its_day(string sentence)
    {
        var proposal = Describe(new SomeDocument().Heading("Circulaire n° 2024-07").Heading("5. Entrée en vigueur", size: 12).Paragraph("Rappel. " + sentence));

        proposal.ApplicableFrom!.Value.ShouldBe(new(2025, 3, 1));
        sentence.ShouldContain(proposal.ApplicableFrom.Words);
    }

    [Theory]
    [InlineData("Paris, le 12 février 2024")]
    [InlineData("Fait à Paris, le 12 février 2024")]
    [InlineData("Date de publication : 12 février 2024")]
    [InlineData("Date de signature : 12/02/2024")]
    [InlineData("Vérifié le 1er novembre 2020 – Direction de l’information")]
    [InlineData("Publié ou mis à jour le 24 décembre 2025")]
    [InlineData("À jour au 13 août 2020")]
    [InlineData("Édition de janvier 2026")]
    [InlineData("Version consolidée au 27 mars 2026")]
    [InlineData("Version en vigueur au 27 mars 2026")]
    [InlineData("Date d’application : immédiate")]
    [InlineData("Au 1er avril 2018 (version précédente au 1er janvier 2018)")]
    [InlineData("Texte abrogé : circulaire n° 2019-07 applicable au 1er juillet 2019")]
    [InlineData("La circulaire n° 2019-07 est abrogée à compter du 1er mars 2025.")]
    [InlineData("Le décret n° 2023-1234 entre en vigueur le 1er janvier 2024.")]
    [InlineData("La présente circulaire ne s’applique pas aux demandes déposées à compter du 1er mars 2025.")]
    [InlineData("Le plafond de la sécurité sociale applicable au 1er janvier 2024 est de 3 864 €.")]
    [InlineData("L’indemnité est versée à compter du 1er mars 2025.")]
    [InlineData("À compter du 1er avril 2026, la déclaration est souscrite en ligne.")]
    [InlineData("Applicable au 31 février 2024")]
    [InlineData("Applicable au 1er janvier 2024 et au 1er juillet 2024")]
    [InlineData("NOTA : conformément à l’article 84, les présentes dispositions entrent en vigueur le 1er janvier 2020.")]
    public void A_day_of_something_else_is_none(string line)
    {
        var proposal = Describe(new SomeDocument().Heading("Circulaire n° 2024-07 du 12 février 2024").Paragraph(line).Heading("1. Objet", size: 12).Paragraph("Le texte."));

        proposal.ApplicableFrom.ShouldBeNull();
        proposal.ApplicableUntil.ShouldBeNull();
    }

    [Fact]
    public void Cited_texts_keep_their_days_for_themselves()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("Circulaire n° 2024-07")
            .Note("Textes abrogés :")
            .Note("Circulaire n° 2019-07 applicable au 1er juillet 2019")
            .Note("Textes de référence : barème applicable au 1er juillet 2020"));

        proposal.ApplicableFrom.ShouldBeNull();
    }

    [Fact]
    public void A_row_of_two_labels_states_the_day_of_its_second()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("Circulaire n° 2024-07")
            .Table([], ["Date de signature", "3 mai 2024", "Date d’effet", "1er juin 2024"], ["Domaine", "Famille", "Pages", "12"]));

        proposal.ApplicableFrom!.Value.ShouldBe(new(2024, 6, 1));
    }

    [Fact]
    public void A_decree_states_its_day_in_its_notice()
    {
        var proposal = Describe(new SomeDocument()
            .Paragraph("JORF n°0298 du 24 décembre 2023")
            .Heading("Décret n° 2023-1234 du 22 décembre 2023 relatif au cumul")
            .Paragraph("Publics concernés : assurés sociaux.")
            .Paragraph("Objet : conditions du cumul d’une pension et d’une activité.")
            .Paragraph("Entrée en vigueur : le texte entre en vigueur le 1er janvier 2024."));

        proposal.ApplicableFrom!.Value.ShouldBe(new(2024, 1, 1));
        proposal.Title!.Value.ShouldStartWith("Décret n° 2023-1234");
        proposal.Number!.Value.ShouldBe("2023-1234");
    }

    [Fact]
    public void Two_statements_that_differ_cancel_each_other() =>
        Describe(new SomeDocument().Heading("Barème applicable au 1er avril 2024").Paragraph("Date d’effet : 1er mai 2024")).ApplicableFrom.ShouldBeNull();

    [Fact]
    public void An_end_before_the_beginning_is_no_period()
    {
        var proposal = Describe(new SomeDocument().Heading("Circulaire n° 2024-07").Note("Applicable au 1er avril 2024").Note("Applicable jusqu’au 31 mars 2023"));

        proposal.ApplicableFrom.ShouldBeNull();
        proposal.ApplicableUntil.ShouldBeNull();
    }

    [Fact]
    public void A_part_of_the_text_further_down_does_not_date_the_whole()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("Guide des cotisations")
            .Heading("1. Taux", size: 12)
            .Paragraph("Applicable au 1er janvier 2025")
            .Caption("Taux en vigueur au 1er janvier 2019"));

        proposal.ApplicableFrom.ShouldBeNull();
    }

    [Fact]
    public void A_statement_that_reading_split_in_two_is_read_as_one()
    {
        var proposal = Describe(new SomeDocument().Heading("RÈGLEMENT DES AIDES", size: 15).Heading("Applicable à compter du", size: 10).Heading("1er février 2016", size: 10));

        proposal.ApplicableFrom.ShouldBe(new(new(2016, 2, 1), "Applicable à compter du 1er février 2016", 1));
        proposal.Title!.Value.ShouldBe("RÈGLEMENT DES AIDES");
    }

    private static string? Text(Proposed<DateOnly>? day) => day?.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static DocumentProposal Describe(SomeDocument document) => DocumentDescriber.Describe(document.Build());
}
