using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Tests.Documents;

public sealed class LegalCodesTests
{
    [Theory]
    [InlineData("Code de la sécurité sociale", "css")]
    [InlineData("code  rural et de la pêche maritime", "crpm")]
    [InlineData("le code de l’action sociale et des familles", "casf")]
    [InlineData("la loi organique n° 2020-991 du 7 août", "loi-2020-991")]
    public void Names_a_code(string text, string code) => LegalCodes.Find(text).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Initials_are_marked_as_such()
    {
        var mentions = LegalCodes.Find("Selon le CSS et le code du travail");
        mentions.Select(mention => (mention.Code, mention.Abbreviated)).ShouldBe([("css", true), ("ctrav", false)]);
    }

    [Fact]
    public void Tells_where_the_name_stands()
    {
        const string text = "Extrait du code de la sécurité sociale.";
        var mention = LegalCodes.Find(text).ShouldHaveSingleItem();
        text.Substring(mention.Start, mention.Length).ShouldBe("code de la sécurité sociale");
    }

    [Theory]
    [InlineData("VIII", 8)]
    [InlineData("XIV", 14)]
    [InlineData("IIII", 0)]
    [InlineData("VX", 0)]
    [InlineData("", 0)]
    public void Reads_roman_numerals_in_their_usual_spelling(string text, int value)
    {
        RomanNumeral.TryParse(text, out var actual).ShouldBe(value != 0);
        if (value != 0)
            actual.ShouldBe(value);
    }
}
