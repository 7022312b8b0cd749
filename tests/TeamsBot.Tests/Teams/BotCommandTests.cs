using AgentHelpdesk.TeamsBot.Teams;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

public sealed class BotCommandTests
{
    [Theory]
    [InlineData("aide", "Help fr")]
    [InlineData(" Aide !", "Help fr")]
    [InlineData("/help", "Help en")]
    [InlineData("nouveau", "BeginAgain fr")]
    [InlineData("Nouvelle question", "BeginAgain fr")]
    [InlineData("new", "BeginAgain en")]
    [InlineData("langue", "Speak fr ?")]
    [InlineData("langue EN", "Speak fr en")]
    [InlineData("langue français", "Speak fr fr")]
    [InlineData("language fr.", "Speak en fr")]
    [InlineData("language klingon", "Speak en ?")]
    [InlineData("effacer", "Erase fr")]
    [InlineData("erase", "Erase en")]
    [InlineData("signaler", "Report fr")]
    [InlineData("report", "Report en")]
    public void An_order_is_understood_in_both_languages(string text, string order) => Name(BotCommand.Find(text)).ShouldBe(order);

    [Theory]
    [InlineData("aide au logement")]
    [InlineData("aide ménagère ?")]
    [InlineData("nouveau barème 2026")]
    [InlineData("langue des documents à fournir ?")]
    [InlineData("effacer une dette")]
    [InlineData("report de congé maternité")]
    [InlineData("")]
    [InlineData("   ")]
    public void A_question_that_begins_like_an_order_stays_a_question(string text) => BotCommand.Find(text).ShouldBeNull();

    private static string Name(BotCommand? command) =>
        $"{command!.GetType().Name} {command.Language.Code}{(command is BotCommand.Speak speak ? $" {speak.Chosen?.Code ?? "?"}" : "")}";
}
