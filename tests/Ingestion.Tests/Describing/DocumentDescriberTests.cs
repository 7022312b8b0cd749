using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Tests.Sectioning;

namespace AgentHelpdesk.Ingestion.Tests.Describing;

public sealed class DocumentDescriberTests
{
    [Fact]
    public void A_circular_of_a_national_fund_says_everything_of_itself()
    {
        var proposal = Describe(new SomeDocument()
            .Paragraph("Caisse nationale des allocations familiales")
            .Paragraph("Direction des politiques familiales et sociales")
            .Paragraph("Paris, le 12 février 2024")
            .Heading("Circulaire n° C-2024-007")
            .Note("Objet : Revalorisation de l’allocation de rentrée scolaire")
            .Note("Applicable à compter du 1er avril 2024")
            .Note("Textes abrogés : circulaire n° C-2019-003 du 4 mars 2019")
            .Heading("1. Montants", size: 12)
            .Paragraph("Les montants en vigueur au 1er avril 2023 sont remplacés."));

        proposal.Title.ShouldBe(new("Revalorisation de l’allocation de rentrée scolaire", "Revalorisation de l’allocation de rentrée scolaire", 1));
        proposal.Number.ShouldBe(new("C-2024-007", "Circulaire n° C-2024-007", 1));
        proposal.Issuer.ShouldBe(new("Caisse nationale des allocations familiales", "Caisse nationale des allocations familiales", 1));
        proposal.Kind.ShouldBe(new("circulaire", "Circulaire", 1));
        proposal.ApplicableFrom.ShouldBe(new(new(2024, 4, 1), "Applicable à compter du 1er avril 2024", 1));
        proposal.ApplicableUntil.ShouldBeNull();
    }

    [Fact]
    public void A_ministerial_instruction_is_known_by_its_long_number()
    {
        var proposal = Describe(new SomeDocument()
            .Paragraph("MINISTÈRE DES SOLIDARITÉS ET DE LA SANTÉ")
            .Paragraph("Direction de la sécurité sociale")
            .Paragraph("La directrice à Mesdames et Messieurs les directeurs des caisses nationales")
            .Heading("INSTRUCTION INTERMINISTÉRIELLE N° DSS/SD2A/DGCS/2023/175 du 15 novembre 2023 relative à la protection universelle maladie")
            .Paragraph("Date d’application : immédiate")
            .Paragraph("NOR : SPRS2330123J")
            .Table([], ["Textes de référence", "Circulaire n° DSS/2A/2016/44 du 1er février 2016"]));

        proposal.Number!.Value.ShouldBe("DSS/SD2A/DGCS/2023/175");
        proposal.Kind!.Value.ShouldBe("instruction");
        proposal.Issuer!.Value.ShouldBe("MINISTÈRE DES SOLIDARITÉS ET DE LA SANTÉ");
        proposal.Title!.Value.ShouldStartWith("INSTRUCTION INTERMINISTÉRIELLE");
        proposal.ApplicableFrom.ShouldBeNull("An immediate application names no day, and the day of signature is none.");
    }

    [Theory]
    [InlineData("Lettre réseau LR-DDO-45/2023", "LR-DDO-45/2023", "lettre réseau")]
    [InlineData("Circulaire CIR-7/2022", "CIR-7/2022", "circulaire")]
    [InlineData("CIRCULAIRE N° 2024-07 du 3 mars 2024", "2024-07", "circulaire")]
    [InlineData("Circulaire du 3 mars 2024 n° 2024-07", "2024-07", "circulaire")]
    [InlineData("Note DGCS/SD1A/2022/41 du 3 février 2022 relative aux établissements", "DGCS/SD1A/2022/41", "note")]
    [InlineData("NOTE D’INFORMATION N° DGCS / SD3 / 2023 / 45", "DGCS / SD3 / 2023 / 45", "note")]
    [InlineData("Instruction n° DSS/SD2/2023/123", "DSS/SD2/2023/123", "instruction")]
    [InlineData("Instruction technique n° 2023-145", "2023-145", "instruction")]
    [InlineData("LETTRE CIRCULAIRE N° 2018-0000012", "2018-0000012", "lettre circulaire")]
    [InlineData("Circulaire Cnav 2023-25 du 12/09/2023", "2023-25", "circulaire")]
    [InlineData("Bulletin officiel Santé – Protection sociale – Solidarités n° 2024/3", "2024/3", "bulletin")]
    [InlineData("Décret n° 2023-1234 du 22 décembre 2023 relatif au cumul", "2023-1234", "décret")]
    [InlineData("Note locale n° 4", "4", "note")]
    [InlineData("Circulaire n° 7 modifiant la circulaire n° 2019-03", "7", "circulaire")]
    public void The_number_stands_beside_the_kind(string heading, string number, string kind)
    {
        var proposal = Describe(new SomeDocument().Heading(heading).Paragraph("Le texte qui suit."));

        proposal.Number!.Value.ShouldBe(number);
        proposal.Kind!.Value.ShouldBe(kind);
        heading.ShouldContain(proposal.Number.Words);
    }

    [Theory]
    [InlineData("Note relative à la circulaire n° 2019-07 du 4 juin 2019")]
    [InlineData("Guide pour l’application du règlement (CE) n° 883/2004")]
    [InlineData("Instruction sur la mise en œuvre du décret n° 2023-1234")]
    [InlineData("Annexe n° 3 à la circulaire n° 2024-07")]
    [InlineData("Guide 2023-2024")]
    [InlineData("Barème du 01/04/2024")]
    public void A_cited_number_a_date_or_a_span_of_years_is_not_the_documents_number(string heading) =>
        Describe(new SomeDocument().Heading(heading)).Number.ShouldBeNull();

    [Fact]
    public void A_number_under_a_label_of_cited_texts_is_not_the_documents_own()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("Consigne : avance exceptionnelle")
            .Paragraph("Texte de référence : circulaire n° 2019-07")
            .Paragraph("Textes abrogés :")
            .Paragraph("Circulaire n° 2018-03")
            .Paragraph("La circulaire n° 2020-01 reste applicable."));

        proposal.Number.ShouldBeNull();
        proposal.Kind!.Value.ShouldBe("consigne");
    }

    [Theory]
    [InlineData("Référence : CIR-12/2021", "CIR-12/2021")]
    [InlineData("Réf. : LR-DDO-45/2023", "LR-DDO-45/2023")]
    [InlineData("N/Réf : DDGOS/2024/118 du 3 mai 2024", "DDGOS/2024/118")]
    [InlineData("N° 2024-07", "2024-07")]
    [InlineData("LR-DDO-45/2023", "LR-DDO-45/2023")]
    public void A_number_may_stand_on_a_line_of_its_own(string line, string number) =>
        Describe(new SomeDocument().Heading("Recouvrement des indus").Paragraph(line)).Number!.Value.ShouldBe(number);

    [Fact]
    public void A_reference_to_an_article_is_no_number() =>
        Describe(new SomeDocument().Heading("Recouvrement des indus").Paragraph("Référence : articles L. 512-1 à L. 512-4").Paragraph("Réf. : L. 821-1")).Number.ShouldBeNull();

    [Fact]
    public void A_form_is_known_by_its_cerfa_number_not_by_the_decree_printed_under_its_title()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("DEMANDE D’AIDE À DOMICILE", size: 14)
            .Paragraph("Cerfa n° 12345*02")
            .Heading("Décret n° 2016-641 du 19 mai 2016", size: 9));

        proposal.Number!.Value.ShouldBe("12345*02");
        proposal.Kind!.Value.ShouldBe("formulaire");
        proposal.Title!.Value.ShouldBe("DEMANDE D’AIDE À DOMICILE");
    }

    [Fact]
    public void A_cover_is_read_with_the_page_behind_it()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("Guide de l’allocation de soutien", size: 20)
            .Paragraph("Caf de la Vallée d’Essai")
            .OnPage(2)
            .Paragraph("Applicable du 1er janvier au 31 décembre 2025"));

        proposal.Kind!.Value.ShouldBe("guide");
        proposal.Issuer!.Value.ShouldBe("Caf de la Vallée d’Essai");
        proposal.ApplicableFrom.ShouldBe(new(new(2025, 1, 1), "Applicable du 1er janvier au 31 décembre 2025", 2));
        proposal.ApplicableUntil!.Value.ShouldBe(new(2025, 12, 31));
    }

    [Fact]
    public void A_code_is_called_by_its_name_and_the_divisions_it_lies_in()
    {
        var proposal = Describe(new SomeDocument()
            .Heading("Code de la sécurité sociale", size: 17)
            .Paragraph("Partie législative")
            .Paragraph("Livre VIII : Allocations aux personnes âgées")
            .Paragraph("Version consolidée au 27 mars 2026")
            .OnPage(2)
            .Heading("Titre Ier : Allocations", size: 13)
            .Heading("Article L. 811-1", size: 10)
            .Paragraph("Version en vigueur depuis le 1er janvier 2020")
            .OnPage(3)
            .Heading("Titre II : Allocation aux adultes handicapés", size: 13));

        proposal.Title!.Value.ShouldBe("Code de la sécurité sociale – Partie législative – Livre VIII");
        proposal.Kind!.Value.ShouldBe("code");
        proposal.ApplicableFrom.ShouldBeNull("An article's days are not those of its code.");
    }

    [Theory]
    [InlineData("CAF DU VAL D’ESSAI", "CAF DU VAL D’ESSAI")]
    [InlineData("Urssaf Caisse nationale", "Urssaf Caisse nationale")]
    [InlineData("Caisse centrale de la mutualité sociale agricole – Direction des retraites", "Caisse centrale de la mutualité sociale agricole")]
    [InlineData("Ministère du travail, de la santé et des solidarités", "Ministère du travail, de la santé et des solidarités")]
    [InlineData("Direction de la sécurité sociale", "Direction de la sécurité sociale")]
    [InlineData("Conseil départemental de l’Essai", "Conseil départemental de l’Essai")]
    [InlineData("Émetteur : Direction du recouvrement", "Direction du recouvrement")]
    [InlineData("Caisse nationale d’assurance vieillesse Direction juridique", "Caisse nationale d’assurance vieillesse")]
    public void The_issuer_is_named_by_general_words_of_French_administration(string line, string issuer) =>
        Describe(new SomeDocument().Paragraph(line).Heading("Consignes de paiement")).Issuer!.Value.ShouldBe(issuer);

    [Theory]
    [InlineData("Destinataires : Caisses d’allocations familiales")]
    [InlineData("Caisses concernées")]
    [InlineData("Commission de recours amiable")]
    [InlineData("La caisse verse l’allocation le 5 du mois à toute personne qui en a fait la demande.")]
    public void Who_is_addressed_or_spoken_of_is_not_the_issuer(string line) =>
        Describe(new SomeDocument().Heading("Consignes de paiement").Paragraph(line)).Issuer.ShouldBeNull();

    [Fact]
    public void Nothing_is_proposed_of_an_empty_document()
    {
        Describe(new SomeDocument()).ShouldBe(DocumentProposal.Nothing);
        Describe(new SomeDocument().Paragraph("12")).ShouldBe(DocumentProposal.Nothing);
    }

    private static DocumentProposal Describe(SomeDocument document) => DocumentDescriber.Describe(document.Build());
}
