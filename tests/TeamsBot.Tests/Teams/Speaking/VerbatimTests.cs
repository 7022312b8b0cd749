using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Speaking;

public sealed class VerbatimTests
{
    [Theory]
    [InlineData("L'indemnité est de 45,00 € (article L. 512-1).")]
    [InlineData("https://www.exemple.fr/mon_compte?a=1")]
    [InlineData("– premier tiret")]
    [InlineData("1° l'assuré travaille ;")]
    public void Ordinary_words_stay_as_they_are(string words) => Verbatim.Of(words).ShouldBe(words);

    [Theory]
    [InlineData("# titre")]
    [InlineData("> citation")]
    [InlineData("- tiret")]
    [InlineData("+ plus")]
    [InlineData("1. premier")]
    [InlineData("12) douzième")]
    [InlineData("=====")]
    [InlineData("---")]
    [InlineData("| a | b |")]
    public void What_would_begin_a_block_looks_the_same_and_begins_none(string words)
    {
        var shown = Verbatim.Of(words);

        shown[0].ShouldBe('\u2060');
        shown.Replace("\u2060", "").ShouldBe(words);
    }

    [Theory]
    [InlineData("[1]", "[\u20601]\u2060")]
    [InlineData("<at>Chef</at>", "<\u2060at>Chef<\u2060/at>")]
    [InlineData("&lt;", "&\u2060lt;")]
    [InlineData("a\\*b", "a\\\u2060∗b")]
    [InlineData("_a_ b_c", "ˍaˍ b_c")]
    [InlineData("deux\nlignes\u202e\u001b[2J", "deux lignes[\u20602J")]
    public void Marks_are_parted_or_give_way_to_their_twin(string words, string shown) => Verbatim.Of(words).ShouldBe(shown);
}
