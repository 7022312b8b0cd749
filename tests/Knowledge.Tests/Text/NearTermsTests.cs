using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Tests.Text;

public sealed class NearTermsTests
{
    [Theory]
    [InlineData("cotisatoin", "cotisation")]
    [InlineData("cotistion", "cotisation")]
    [InlineData("alocations", "allocation")]
    [InlineData("invaliddités", "invalidité")]
    [InlineData("retraitr", "retraite")]
    [InlineData("plafomd", "plafond")]
    public void Holds_the_term_of_the_word_that_was_meant(string typed, string meant) =>
        NearTerms.Of(typed).ShouldContain(FrenchAnalyzer.Analyze(meant).Single().Term);

    [Theory]
    [InlineData("grise")]
    [InlineData("2024-05")]
    [InlineData("L512-1")]
    [InlineData("")]
    public void Has_nothing_for_short_words_and_numbers(string typed) => NearTerms.Of(typed).ShouldBeEmpty();

    [Fact]
    public void Leaves_the_words_own_term_out() => NearTerms.Of("cotisations").ShouldNotContain(FrenchAnalyzer.Analyze("cotisation").Single().Term);
}
