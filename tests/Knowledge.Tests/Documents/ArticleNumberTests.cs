using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Tests.Documents;

public sealed class ArticleNumberTests
{
    [Theory]
    [InlineData("L. 512-1", "L512-1")]
    [InlineData("L.512-1", "L512-1")]
    [InlineData("L512-1", "L512-1")]
    [InlineData("l 512-1", "L512-1")]
    [InlineData("L. 512‑1", "L512-1")]
    [InlineData("L. 512–1", "L512-1")]
    [InlineData("L. 161-17-2", "L161-17-2")]
    [InlineData("R*. 123-4", "R123-4")]
    [InlineData("R.* 123-4", "R123-4")]
    [InlineData("R. 123-4", "R123-4")]
    [InlineData("D. 161-2-1-1-1", "D161-2-1-1-1")]
    [InlineData("L. 136-1-1 bis", "L136-1-1bis")]
    [InlineData("L. 351-7-1 A", "L351-7-1A")]
    [InlineData("LO 111-3", "LO111-3")]
    [InlineData("L.O. 111-3", "LO111-3")]
    [InlineData("A. 123-4", "A123-4")]
    [InlineData("1er", "1")]
    [InlineData("1 er", "1")]
    [InlineData("Ier", "1")]
    [InlineData("premier", "1")]
    [InlineData("unique", "unique")]
    [InlineData("3", "3")]
    [InlineData("12 bis", "12bis")]
    [InlineData("12bis", "12bis")]
    [InlineData("1609 nonies C", "1609noniesC")]
    [InlineData("235 ter ZD", "235terZD")]
    [InlineData("199 terdecies-0 A", "199terdecies-0A")]
    [InlineData("81 A", "81A")]
    [InlineData("annexe II", "annexe2")]
    [InlineData("Annexe 2", "annexe2")]
    [InlineData("Annexe C", "annexeC")]
    [InlineData("ANNEXE", "annexe")]
    [InlineData("Tableau n° 57 bis", "tableau57bis")]
    public void Spellings_of_one_article_have_one_number(string printed, string number)
    {
        ArticleNumber.TryNormalize(printed, out var actual).ShouldBeTrue();
        actual.ShouldBe(number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("L.")]
    [InlineData("bis")]
    [InlineData("L. 512-1 et suivants")]
    [InlineData("prévoit que")]
    public void Anything_else_is_no_number(string printed) => ArticleNumber.TryNormalize(printed, out _).ShouldBeFalse();

    [Fact]
    public void Normalising_twice_is_normalising_once()
    {
        foreach (var printed in new[] { "L. 512-1", "D. 161-2-1-1-1", "L. 136-1-1 bis", "1er", "12 bis", "81 A", "R*. 123-4", "235 ter ZD" })
        {
            ArticleNumber.TryNormalize(printed, out var once).ShouldBeTrue();
            ArticleNumber.TryNormalize(once, out var twice).ShouldBeTrue(once);
            twice.ShouldBe(once);
        }
    }
}
