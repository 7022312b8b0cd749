using AgentHelpdesk.Ingestion.Sectioning;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Sectioning;

public sealed class SectionBuilderTests
{
    private const string Body = "L'allocation est versée chaque mois à la personne qui remplit les conditions fixées par décret.";

    [Fact]
    public void Divisions_nest_by_their_words_whatever_the_type_says() => Paths(new SomeDocument()
            .Heading("LIVRE VIII : ALLOCATIONS", 11).Heading("TITRE IER", 14).Heading("Dispositions générales", 14)
            .Heading("Chapitre 1er – Ouverture du droit", 12).Paragraph(Body)
            .Heading("Section 2 bis : Montant", 16).Paragraph(Body)
            .Heading("TITRE II : CONTENTIEUX", 10).Paragraph(Body))
        .ShouldBe(
        [
            "LIVRE VIII : ALLOCATIONS",
            "LIVRE VIII : ALLOCATIONS > TITRE IER Dispositions générales",
            "LIVRE VIII : ALLOCATIONS > TITRE IER Dispositions générales > Chapitre 1er – Ouverture du droit",
            "LIVRE VIII : ALLOCATIONS > TITRE IER Dispositions générales > Chapitre 1er – Ouverture du droit > Section 2 bis : Montant",
            "LIVRE VIII : ALLOCATIONS > TITRE II : CONTENTIEUX",
        ]);

    [Fact]
    public void Numbers_nest_by_sequence_when_all_headings_look_alike() => Paths(new SomeDocument()
            .Heading("I. Champ d'application", 12).Heading("A. Bénéficiaires", 12).Paragraph(Body)
            .Heading("1° Âge", 12).Paragraph(Body).Heading("2° Résidence", 12).Paragraph(Body)
            .Heading("B. Exclusions", 12).Paragraph(Body).Heading("II. Montant", 12).Paragraph(Body))
        .ShouldBe(
        [
            "I. Champ d'application", "I. Champ d'application > A. Bénéficiaires",
            "I. Champ d'application > A. Bénéficiaires > 1° Âge", "I. Champ d'application > A. Bénéficiaires > 2° Résidence",
            "I. Champ d'application > B. Exclusions", "II. Montant",
        ]);

    [Fact]
    public void A_decimal_goes_under_its_prefix_and_letters_between_do_not_hold_it() => Paths(new SomeDocument()
            .Heading("1. Aides", 12).Heading("1.1 Aide au logement", 12).Heading("a/ Nature", 12).Paragraph(Body).Heading("b/ Conditions", 12).Paragraph(Body)
            .Heading("1.2 Aide au transport", 12).Heading("a/ Nature", 12).Paragraph(Body).Heading("2. Recours", 12).Paragraph(Body))
        .ShouldBe(
        [
            "1. Aides", "1. Aides > 1.1 Aide au logement", "1. Aides > 1.1 Aide au logement > a/ Nature", "1. Aides > 1.1 Aide au logement > b/ Conditions",
            "1. Aides > 1.2 Aide au transport", "1. Aides > 1.2 Aide au transport > a/ Nature", "2. Recours",
        ]);

    [Theory]
    [InlineData("Article L. 512-1", "L. 512-1")]
    [InlineData("Article L512-1", "L512-1")]
    [InlineData("ARTICLE R*. 123-4", "R*. 123-4")]
    [InlineData("Art. D. 161-2-1-1-1", "D. 161-2-1-1-1")]
    [InlineData("Article LO 111-3", "LO 111-3")]
    [InlineData("Article 1er", "1er")]
    [InlineData("Article premier", "premier")]
    [InlineData("Article 12 bis", "12 bis")]
    [InlineData("Article 5 : Montant de l'aide", "5")]
    [InlineData("Article L. 136-1¹", "L. 136-1")]
    [InlineData("Article L. 512-3 (abrogé)", "L. 512-3")]
    [InlineData("Tableau n° 57 bis", "Tableau n° 57 bis")]
    public void An_article_begins_with_its_heading(string heading, string number)
    {
        var section = Outline(new SomeDocument().Heading(heading, 11).Paragraph(Body)).Sections.ShouldHaveSingleItem();
        (section.Kind, section.Article).ShouldBe((SectionKind.Article, number));
    }

    [Theory]
    [InlineData("Article 5 du décret du 3 mars 2023 : voir ci-dessus les modalités applicables à ces demandes.")]
    [InlineData("Articles L. 512-1 et suivants du code de la sécurité sociale")]
    [InlineData("L'article L. 512-1 est applicable.")]
    [InlineData("1. Le montant de l'allocation est fixé chaque année par décret après avis du conseil d'administration.")]
    [InlineData("Titre II du livre VIII relatif aux allocations")]
    public void Text_that_only_begins_like_a_heading_is_text(string text) =>
        Outline(new SomeDocument().Heading("Droits").Paragraph(Body).Paragraph(text).Paragraph(Body)).Sections.ShouldHaveSingleItem().Blocks.Length.ShouldBe(3);

    [Fact]
    public void A_provision_that_runs_on_from_its_number_is_cut_from_it()
    {
        var section = Outline(new SomeDocument().Paragraph("Art. 5. – " + Body)).Sections.ShouldHaveSingleItem();
        section.Path.ShouldBe(["Art. 5."]);
        var block = section.Blocks.ShouldHaveSingleItem();
        block.Text.ShouldBe(Body);
        block.Words[0].ShouldBe(new(0, "L'allocation".Length, 1, 3));
    }

    [Fact]
    public void The_parts_of_an_article_stay_in_it()
    {
        var sections = Outline(new SomeDocument()
            .Heading("Article L. 1", 12).Heading("I. Conditions", 10).Paragraph(Body).Heading("II. Montant", 10).Paragraph(Body)
            .Heading("Article L. 2", 12).Paragraph(Body)).Sections;
        sections.Select(section => section.Article).ShouldBe(["L. 1", "L. 1", "L. 1", "L. 2"]);
        sections[^1].Level.ShouldBe(1);
    }

    [Fact]
    public void A_division_set_like_text_still_ends_the_article_before_it() => Paths(new SomeDocument()
            .Heading("Titre Ier : Prestations", 14).Heading("Article 1", 11).Paragraph(Body).Paragraph("Chapitre II : Recours").Heading("Article 2", 11).Paragraph(Body))
        .ShouldBe(["Titre Ier : Prestations", "Titre Ier : Prestations > Article 1", "Titre Ier : Prestations > Chapitre II : Recours", "Titre Ier : Prestations > Chapitre II : Recours > Article 2"]);

    [Fact]
    public void A_framed_title_is_a_title_and_a_framed_remark_is_none() => Paths(new SomeDocument()
            .Heading("Article 1", 11).Paragraph(Body).OnPage(3).Note("TITRE II : LES FAMILLES").Heading("Article 2", 11).Paragraph(Body).Note("Titre II du code : voir plus loin."))
        .ShouldBe(["Article 1", "TITRE II : LES FAMILLES", "TITRE II : LES FAMILLES > Article 2"]);

    [Fact]
    public void Annexes_stand_beside_the_articles_before_them() => Paths(new SomeDocument()
            .Heading("Titre I : Aides", 14).Heading("Article 1er", 11).Paragraph(Body)
            .Heading("ANNEXE II : BARÈME", 14).Paragraph(Body).Heading("1. Personne seule", 11).Paragraph(Body))
        .ShouldBe(["Titre I : Aides", "Titre I : Aides > Article 1er", "ANNEXE II : BARÈME", "ANNEXE II : BARÈME > 1. Personne seule"]);

    [Fact]
    public void A_list_of_headings_that_come_again_is_a_table_of_contents()
    {
        var sections = Outline(new SomeDocument()
            .Paragraph("Sommaire").List("Conditions", "Montants", "Recours")
            .Paragraph(Body)
            .Heading("Conditions").Paragraph(Body).Heading("Montants").Paragraph(Body).Heading("Recours").Paragraph(Body)).Sections;
        sections.Select(section => section.Kind).ShouldBe([SectionKind.Front, SectionKind.Contents, SectionKind.Plain, SectionKind.Plain, SectionKind.Plain]);
        sections[0].Blocks.ShouldHaveSingleItem().Text.ShouldBe(Body);
    }

    [Fact]
    public void A_form_to_fill_in_is_no_table_of_contents() => Outline(new SomeDocument()
            .Heading("Demande").Paragraph("Nom ..............................").Paragraph("Prénom ...........................").Paragraph("Commune .........................."))
        .Sections.ShouldAllBe(section => section.Kind != SectionKind.Contents);

    [Fact]
    public void A_footnote_goes_behind_the_text_that_calls_it()
    {
        var sections = Outline(new SomeDocument()
            .Heading("Article 1", 11).Paragraph("La maison d'assistantes maternelles¹ est agréée.")
            .Heading("Article 2", 11).Paragraph(Body).Note("1. Dite Mam.")).Sections;
        sections[0].Blocks[^1].Text.ShouldBe("1. Dite Mam.");
        sections[1].Blocks.Length.ShouldBe(1);
    }

    [Fact]
    public void The_title_where_it_is_printed_heads_no_section()
    {
        var sections = Outline(new SomeDocument().Heading("GUIDE DE L'ALLOCATION", 20).Paragraph("Version du 1er avril 2024").Heading("Conditions", 14).Paragraph(Body), "Guide de l'allocation").Sections;
        sections.Select(section => section.Path.Length).ShouldBe([0, 1]);
        sections[0].Heading.ShouldNotBeNull().Text.ShouldBe("GUIDE DE L'ALLOCATION");
    }

    [Theory]
    [InlineData("Code de la sécurité sociale - Livre VIII", "css")]
    [InlineData("Décret n° 2021-123 du 3 février 2021 modifiant le code du travail", "decret-2021-123")]
    [InlineData("Arrêté pris pour l'application de l'article L. 512-1 du code de la sécurité sociale", "")]
    [InlineData("Guide de l'allocation", "")]
    public void A_document_says_which_code_its_articles_are_of(string title, string code) =>
        Outline(new SomeDocument().Heading("Article 1er", 11).Paragraph(Body), title).Code.ShouldBe(code);

    private static Outline Outline(SomeDocument document, string title = "Un titre qui n'est pas imprimé") =>
        new SectionBuilder(Options.Create(new SectioningOptions())).Build(document.Build(), title);

    private static IEnumerable<string> Paths(SomeDocument document) => Outline(document).Sections.Select(section => string.Join(" > ", section.Path));
}
