using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("rouge \u001b[31mrouge\u001b[0m", "rouge [31mrouge[0m")]
    [InlineData("\u202egnp.fdp", "gnp.fdp")]
    [InlineData("a\u0000b\u0007c\u009bd", "abcd")]
    [InlineData("une\nligne\tdeux", "une ligne deux")]
    [InlineData("élève – 45 € « ici »", "élève – 45 € « ici »")]
    public void A_line_keeps_its_words_and_loses_what_a_terminal_would_obey(string text, string expected) => Printable.Line(text).ShouldBe(expected);

    [Theory]
    [InlineData("ne dépassent pas 24 700 € par an", "ne dépassent pas 24\u202f700 € par an")]
    [InlineData("1 234 567 habitants en 2024 130 fois", "1\u202f234\u202f567 habitants en 2024 130 fois")]
    [InlineData("article 12 : « ici » ?", "article 12\u202f: «\u202fici\u202f»\u202f?")]
    public void An_amount_and_a_mark_stay_on_one_line(string text, string expected) => Printable.Tied(text).ShouldBe(expected);

    [Fact]
    public void Lines_keep_line_feeds_and_tabs() => Printable.Lines("a\n\tb\u001b").ShouldBe("a\n\tb");

    [Fact]
    public void Shortens_between_words_and_shows_that_it_did()
    {
        Printable.Shorten("un deux trois quatre", 12).ShouldBe("un deux …");
        Printable.Shorten("court", 12).ShouldBe("court");
        Printable.Shorten(new string('x', 50), 10).ShouldBe(new string('x', 10) + " …");
    }
}
