using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Tests.Text;

public sealed class ArticleTermsTests
{
    /// <summary>Terms and keys are read by two pieces of code, one for speed, one for codes and lists: they must say the same number.</summary>
    [Theory]
    [InlineData("L. 512-1")]
    [InlineData("L512-1")]
    [InlineData("R*. 123-4")]
    [InlineData("R. * 123-4")]
    [InlineData("D. 351-1-14 bis")]
    [InlineData("L. 351-7-1 A")]
    [InlineData("L. 136-1 B bis")]
    [InlineData("LO 111-3")]
    [InlineData("L.O. 111-3")]
    [InlineData("LP. 12-3")]
    [InlineData("A. 931-3-10")]
    public void A_coded_number_is_the_term_that_its_key_says(string printed)
    {
        ArticleNumber.TryNormalize(printed, out var number).ShouldBeTrue();

        FrenchAnalyzer.Analyze("l'article " + printed).Select(token => token.Term).ShouldContain(number.ToLowerInvariant());
    }

    [Theory]
    [InlineData("12")]
    [InlineData("1er")]
    [InlineData("12 bis")]
    [InlineData("199 sexdecies")]
    [InlineData("1609 nonies C")]
    public void A_plain_number_is_told_from_other_numbers(string printed)
    {
        ArticleNumber.TryNormalize(printed, out var number).ShouldBeTrue();

        FrenchAnalyzer.Analyze("l'article " + printed).Select(token => token.Term).ShouldContain("art" + number.ToLowerInvariant());
    }

    [Theory]
    [InlineData("article L. 512-1. A compter du 1er", "l512-1")]
    [InlineData("article L. 512-1 A compter du 1er", "l512-1")]
    [InlineData("articles L. 512-1 L. 512-2", "l512-1")]
    [InlineData("article L. 512-1 I et II", "l512-1")]
    public void A_capital_that_begins_something_else_is_left_out(string text, string term) =>
        FrenchAnalyzer.Analyze(text).Select(token => token.Term).ShouldContain(term);
}
