using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class BlockTests : ReadingTests
{
    private static string[] Items(Block list) => [.. list.Items.Select(item => list.Text.Substring(item.Range.Start, item.Range.Length))];

    [Fact]
    public void Larger_and_bolder_lines_are_headings_ranked_by_their_type()
    {
        var document = Read(new TestPdf().Page(page => page
            .Text(72, 80, "Instruction sur les avances", size: 18, font: "F2")
            .Text(72, 110, "1. Bénéficiaires", size: 13, font: "F2").Lines(72, 130, Prose)
            .Text(72, 190, "1.1 Cas général", font: "F2").Lines(72, 210, Prose)
            .Text(72, 270, "2. Montant", size: 13, font: "F2").Lines(72, 290, Prose)));

        document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => (block.Text, block.Level)).ShouldBe(
            [("Instruction sur les avances", 1), ("1. Bénéficiaires", 2), ("1.1 Cas général", 3), ("2. Montant", 2)]);
    }

    [Fact]
    public void A_bookmark_tells_a_heading_that_its_type_does_not()
    {
        var document = Read(new TestPdf()
            .Page(page => page.Text(72, 100, "Conditions d'attribution").Lines(72, 130, Prose))
            .Page(page => page.Text(72, 100, "Montant").Lines(72, 130, Prose))
            .Bookmark("Conditions d'attribution", 1).Bookmark("Montant", 2));

        document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => (block.Text, block.BookmarkLevel)).ShouldBe([("Conditions d'attribution", 1), ("Montant", 1)]);
    }

    [Fact]
    public void Lines_of_a_table_of_contents_stay_apart()
    {
        var document = Read(new TestPdf().Page(page => page
            .Lines(72, 100, ["1. Objet ..................................................... 3", "2. Bénéficiaires .............................................. 4", "3. Montant .................................................... 7"])));
        document.Blocks.Length.ShouldBe(1);
        document.Blocks[0].Items.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("-", "-")]
    [InlineData("•", "•")]
    [InlineData("1°", "2°")]
    [InlineData("a)", "b)")]
    [InlineData("1.", "2.")]
    public void Items_of_several_lines_make_one_list(string first, string second)
    {
        var document = Read(new TestPdf().Page(page => page
            .Lines(72, 100, [.. Prose[..2], "dans les cas suivants :"])
            .Text(80, 144, $"{first} être affilié à un régime obligatoire pendant une durée continue d'au moins trois mois avant la").Text(92, 156, "date de la demande d'allocation ;")
            .Text(80, 172, $"{second} résider en France.")));

        var list = document.Blocks[^1];
        list.Kind.ShouldBe(BlockKind.List);
        Items(list).ShouldBe([
            $"{first} être affilié à un régime obligatoire pendant une durée continue d'au moins trois mois avant la date de la demande d'allocation ;", $"{second} résider en France."]);
        list.Items.Select(item => item.Marker).ShouldBe([first, second]);
    }

    [Fact]
    public void Items_further_in_are_of_a_deeper_level()
    {
        var list = Read(new TestPdf().Page(page => page.Lines(72, 100, Prose).Text(80, 150, "1° salariés ;").Text(100, 164, "a) agricoles ;").Text(100, 178, "b) du commerce ;").Text(80, 192, "2° indépendants."))).Blocks[^1];
        list.Items.Select(item => item.Level).ShouldBe([1, 2, 2, 1]);
    }

    [Fact]
    public void A_figure_at_the_start_of_a_line_in_mid_sentence_begins_no_item()
    {
        string[] lines = ["L'allocation est due à compter du premier jour du mois civil suivant la demande dans les conditions des", "1° et 2° de l'article précédent, sauf pour les bénéficiaires qui relèvent déjà d'un autre régime obligatoire", "de sécurité sociale."];
        Texts(Read(new TestPdf().Page(page => page.Lines(72, 100, lines)))).ShouldBe([string.Join(' ', lines)]);
    }

    [Fact]
    public void A_footnote_s_number_does_not_run_into_the_word_that_calls_it()
    {
        var document = Read(new TestPdf().Page(page => page
            .Text(72, 80, "Article L581-1", font: "F2").Text(137.6f, 80, "1").Lines(72, 100, Prose)
            .Rule(72, 760, 300, 760).Text(72, 774, "1. Modifié par la loi du 3 mai 2024.", size: 7)));

        Texts(document, BlockKind.Heading).ShouldBe(["Article L581-1"]);
        Texts(document, BlockKind.Note).ShouldBe(["1. Modifié par la loi du 3 mai 2024."]);
        document.Pages[0].Words.ShouldContain(word => word.Text == "1");
    }

    [Fact]
    public void A_framed_remark_and_a_nota_are_notes()
    {
        var document = Read(new TestPdf().Page(page => page
            .Lines(72, 100, Prose).Fill(68, 150, 520, 190).Lines(72, 165, ["Un changement de situation doit être signalé sans attendre à l'organisme qui la verse,", "même s'il est provisoire."])
            .Text(72, 220, "NOTA : ces dispositions s'appliquent en 2026.")));

        document.Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Paragraph, BlockKind.Note, BlockKind.Note]);
    }
}
