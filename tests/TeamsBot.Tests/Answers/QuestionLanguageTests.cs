using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class QuestionLanguageTests
{
    [Theory]
    [InlineData("What is the daily allowance?", "en")]
    [InlineData("how much is the bonus in 2024", "en")]
    [InlineData("daily allowance amount", "fr")]
    [InlineData("the allowance", "fr")]
    [InlineData("plafond IJ maladie 2024 ?", "fr")]
    [InlineData("Quel est le sens de « what is the rule » ?", "fr")]
    [InlineData("on a plus or main", "fr")]
    [InlineData("", "fr")]
    public void A_clear_English_question_is_answered_in_English_any_other_in_the_preset(string question, string expected) =>
        QuestionLanguage.Choose(null, question, Language.French).Code.ShouldBe(expected);

    [Fact]
    public void The_persons_choice_comes_before_the_question() =>
        QuestionLanguage.Choose(Language.French, "What is the daily allowance?", Language.English).ShouldBe(Language.French);
}
