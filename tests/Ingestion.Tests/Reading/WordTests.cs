using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class WordTests : ReadingTests
{
    private static string[] Words(ReadDocument document, int page = 1) => [.. document.Pages[page - 1].Words.Select(word => word.Text)];

    [Fact]
    public void Words_have_boxes_from_the_top_left_corner()
    {
        var word = Read(new TestPdf().Page(page => page.Text(100, 200, "Bonjour", size: 12))).Pages[0].Words.ShouldHaveSingleItem();

        word.Box.Left.ShouldBe(100, 0.5);
        word.Box.Top.ShouldBeInRange(188, 193);
        word.Box.Bottom.ShouldBeInRange(200, 204);
        word.Box.Right.ShouldBeInRange(140, 155);
    }

    [Fact]
    public void A_gap_makes_a_word_without_any_blank() =>
        Words(Read(new TestPdf().Page(page => page.Text(100, 100, "Deux").Text(126, 100, "mots")))).ShouldBe(["Deux", "mots"]);

    [Fact]
    public void Letter_spacing_makes_no_words() =>
        Texts(Read(new TestPdf().Page(page => page.Text(100, 100, "CIRCULAIRE DE GESTION", size: 14, spacing: 3)))).ShouldBe(["CIRCULAIRE DE GESTION"]);

    [Fact]
    public void Text_printed_twice_to_look_bold_is_read_once() =>
        Texts(Read(new TestPdf().Page(page => page.Text(100, 100, "Dispositions").Text(100.4f, 100, "Dispositions")))).ShouldBe(["Dispositions"]);

    [Fact]
    public void A_raised_ending_belongs_to_its_number() =>
        Texts(Read(new TestPdf().Page(page => page.Text(100, 100, "au 1").Text(120.5f, 96, "er", size: 6).Text(130, 100, "avril")))).ShouldBe(["au 1er avril"]);

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_page_displayed_turned_is_read_as_if_upright(int rotate)
    {
        var upright = Read(new TestPdf().Page(page => page.Lines(72, 100, Prose)));
        var turned = Read(new TestPdf().Page(page => page.Lines(72, 100, Prose), rotate));

        Texts(turned).ShouldBe(Texts(upright));
        turned.Pages[0].Width.ShouldBe(rotate == 180 ? TestPage.Width : TestPage.Height);
        turned.Pages[0].Words.ShouldAllBe(word => word.Box.Left >= 0 && word.Box.Right <= turned.Pages[0].Width && word.Box.Bottom <= turned.Pages[0].Height);
    }

    [Fact]
    public void What_lies_outside_the_page_is_not_read() =>
        Words(Read(new TestPdf().Page(page => page.Text(100, 100, "dedans").Text(700, 100, "dehors").Text(100, 900, "dessous")))).ShouldBe(["dedans"]);
}
