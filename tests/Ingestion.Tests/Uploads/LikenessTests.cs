using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Uploads;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("Circulaire CIR-7-2022 du 3 mars 2022", "CIR-7-2022")]
    [InlineData("CIRCULAIRE n° 2023-05 relative aux plafonds", "2023-05")]
    [InlineData("Instruction N°DSS/SD2/2023/145 du 12 mai 2023", "DSS-SD2-2023-145")]
    [InlineData("Le 12/05/2023, à Paris. Note n° 4", null)]
    [InlineData("Édition 2023-05, mise à jour le 2023-05-12", null)]
    [InlineData("Article L. 512-1 du code", null)]
    public void A_number_counts_whole_with_its_year_and_a_date_is_none(string text, string? number) => Likeness.FullNumber(text).ShouldBe(number);

    [Fact]
    public void A_revised_text_is_like_the_one_before_and_another_is_not()
    {
        var old = Text(Enumerable.Range(0, 400).Select(i => $"règle{i} montant{i * 7 % 31}"));
        var revised = Text(Enumerable.Range(0, 400).Select(i => i % 40 == 0 ? $"nouveau{i}" : $"règle{i} montant{i * 7 % 31}"));
        var other = Text(Enumerable.Range(0, 400).Select(i => $"autre{i} chose{i * 3 % 17}"));

        Likeness.Of(old, revised).ShouldBeGreaterThan(0.6);
        Likeness.Of(old, other).ShouldBeLessThan(0.1);
        Likeness.Of(old, old).ShouldBe(1);
    }

    [Fact]
    public void Texts_too_short_to_compare_are_not_alike() => Likeness.Of(Text(["un"]), Text(["un"])).ShouldBe(0);

    private static Knowledge.Catalogue.TextLikeness Text(IEnumerable<string> words) =>
        Likeness.Of([], new DocumentBuilder("t").Chunk(string.Join(' ', words)).Build().Chunks);
}
