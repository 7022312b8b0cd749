using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class ReadingOrderTests : ReadingTests
{
    private static readonly string[] Left =
    [
        "La caisse verse l'allocation au parent", "qui assume la charge de l'enfant tant", "que celui-ci n'a pas atteint l'âge fixé", "par décret, sauf si le tribunal a décidé", "d'un autre partage de cette charge.",
    ];

    private static readonly string[] Right =
    [
        "Le recours est porté devant la caisse", "dans un délai de deux mois suivant la", "notification de la décision contestée,", "avant toute saisine du juge compétent", "en matière de sécurité sociale.",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_columns_are_read_one_after_the_other_whatever_the_order_of_drawing(int seed)
    {
        var document = Read(new TestPdf().Page(page => page.Lines(60, 100, Left).Lines(320, 100, Right).Shuffle(seed)));

        Texts(document).ShouldBe([string.Join(' ', Left), string.Join(' ', Right)]);
    }

    [Fact]
    public void A_title_across_both_columns_comes_before_them()
    {
        var document = Read(new TestPdf().Page(page => page
            .Lines(60, 120, Left).Lines(320, 120, Right)
            .Text(60, 90, "Un titre qui passe au-dessus des deux colonnes de la page", size: 16, font: "F2")
            .Text(60, 300, "Une ligne entière sous les deux colonnes, qui va d'un bord de la page jusqu'à l'autre bord.")
            .Shuffle(4)));

        document.Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph]);
        document.Blocks[^1].Text.ShouldStartWith("Une ligne entière");
    }

    [Fact]
    public void A_paragraph_goes_on_in_the_next_column()
    {
        string[] first = [.. Left[..4], "d'un partage différent de cette charge"];
        string[] second = ["entre les deux parents de cet enfant.", .. Right];
        var document = Read(new TestPdf().Page(page => page.Lines(60, 100, first).Lines(320, 100, second)));

        Texts(document)[0].ShouldContain("partage différent de cette charge entre les deux parents de cet enfant.");
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_page_and_says_on_which_pages_it_is()
    {
        var document = Read(new TestPdf()
            .Page(page => page.Lines(72, 700, [Prose[0], Prose[1]]))
            .Page(page => page.Lines(72, 100, [Prose[2]])));

        var block = document.Blocks.ShouldHaveSingleItem();
        block.Text.ShouldBe(string.Join(' ', Prose));
        (block.Page, block.EndPage).ShouldBe((1, 2));
        block.Words.Select(span => span.Page).Distinct().ShouldBe([1, 2]);
    }

    [Fact]
    public void Space_between_paragraphs_parts_them()
    {
        var document = Read(new TestPdf().Page(page => page.Lines(72, 100, Prose).Lines(72, 145, Prose)));
        Texts(document).ShouldBe([string.Join(' ', Prose), string.Join(' ', Prose)]);
    }
}
