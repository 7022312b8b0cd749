using AgentHelpdesk.Ingestion.Reading.Joining;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class HyphenationTests : ReadingTests
{
    private static Hyphenation Knowing(string text)
    {
        var hyphenation = new Hyphenation();
        hyphenation.Learn([new Line(1, text.Split(' ').Select((word, i) => new Word { Text = word, Left = 10 * i, Right = (10 * i) + 9, Baseline = 0, Size = 10, Style = TextStyle.Regular }))]);
        return hyphenation;
    }

    [Theory]
    [InlineData("", "exoné-", "ration", true)]
    [InlineData("une demi-journée de travail", "demi-", "journée", false)]
    [InlineData("", "demi-", "journée", false)]
    [InlineData("", "c'est-à-", "dire", false)]
    [InlineData("", "c'est-", "à-dire", false)]
    [InlineData("", "512-", "1", false)]
    [InlineData("", "L.512-", "1", false)]
    [InlineData("", "Saint-", "Denis", false)]
    [InlineData("", "celui-", "ci", false)]
    [InlineData("", "TRA-", "VAUX", true)]
    [InlineData("assurance maladie et maternité ou maladie puis maternité", "maladie-", "maternité", false)]
    [InlineData("", "d'exoné-", "ration,", true)]
    [InlineData("", "soft\u00AD", "ware", true)]
    [InlineData("", "a-t-", "il", false)]
    public void A_hyphen_at_the_line_s_end_goes_when_the_typesetter_made_it(string known, string before, string after, bool isBreak) =>
        Knowing(known).IsBreak(before, after).ShouldBe(isBreak);

    [Fact]
    public void A_broken_word_has_two_spans_on_the_page()
    {
        string[] lines = [.. Prose[..2], "sous réserve que le bénéficiaire ait transmis les pièces qui ouvrent droit à la même exoné-", "ration de cotisations."];
        var block = Read(new TestPdf().Page(page => page.Lines(72, 100, lines))).Blocks.ShouldHaveSingleItem();

        block.Text.ShouldEndWith("la même exonération de cotisations.");
        var start = block.Text.IndexOf("exonération", StringComparison.Ordinal);
        block.Words.Where(span => span.Start >= start && span.Start < start + 11).Select(span => span.Length).ShouldBe([5, 6]);
    }
}
