using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Passages;

namespace AgentHelpdesk.TeamsBot.Tests.Passages;

public sealed class PassageLinkTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void An_address_written_is_read_again()
    {
        var locator = SomeAnswers.LocatorAt([], null, 1, 1) with { Words = [new(12, 40, 19), new(13, 0, 1)] };

        var address = PassageLink.To(locator, AsOf.Month(2026, 3), isOnlyNear: true);
        var link = PassageLink.Parse(locator.Revision.Value, "12.40-58,13.0-0", "2026-03", "1")!;

        address.ShouldBe($"/passages/{locator.Revision}?mots=12.40-58,13.0-0&au=2026-03&proche=1");
        link.Words.ShouldBe(locator.Words);
        link.AsOf.ShouldBe(AsOf.Month(2026, 3));
        link.IsOnlyNear.ShouldBeTrue();
        var whole = PassageLink.OfAddress(address).ShouldNotBeNull();
        (whole.Revision, whole.AsOf, whole.IsOnlyNear).ShouldBe((link.Revision, link.AsOf, true));
        whole.Words.ShouldBe(link.Words);
    }

    [Fact]
    public void A_quote_of_very_many_pieces_still_gives_an_address_that_can_be_read()
    {
        var locator = SomeAnswers.LocatorAt([], null, 1, 1) with { Words = [.. Enumerable.Range(1, 500).Select(page => new WordRange(page, 999_990, 5))] };

        var words = PassageLink.To(locator, AsOf.Year(2024)).Split("mots=")[1].Split('&')[0];

        PassageLink.Parse(locator.Revision.Value, words, "2024", null)!.Words.Length.ShouldBe(PassageLink.MaxRanges);
    }

    [Theory]
    [InlineData("../../etc/passwd", "1.0-1", "")]
    [InlineData("<script>", "1.0-1", "")]
    [InlineData(Id, "", "")]
    [InlineData(Id, "1", "")]
    [InlineData(Id, "1.0", "")]
    [InlineData(Id, "0.0-1", "")]
    [InlineData(Id, "1.5-4", "")]
    [InlineData(Id, "1.-5-4", "")]
    [InlineData(Id, "1.0-99999999999999999999", "")]
    [InlineData(Id, "1.0-1000001", "")]
    [InlineData(Id, "1.0-1,", "")]
    [InlineData(Id, "1.0-1;2.0-1", "")]
    [InlineData(Id, "١.0-1", "")]
    [InlineData(Id, "1.0-1", "demain")]
    [InlineData(Id, "1.0-1", "2026-13-45")]
    public void What_is_no_address_of_words_is_none(string revision, string words, string date) =>
        PassageLink.Parse(revision, words, date, null).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("/passages/" + Id)]
    [InlineData("https://ailleurs.example/passages/" + Id + "?mots=1.0-1")]
    [InlineData("/documents/" + Id + "?mots=1.0-1")]
    [InlineData("/passages/" + Id + "?au=2026")]
    public void What_is_no_address_written_here_is_none(string address) => PassageLink.OfAddress(address).ShouldBeNull();

    [Fact]
    public void More_ranges_than_a_quote_has_are_refused() =>
        PassageLink.Parse(Id, string.Join(',', Enumerable.Repeat("1.0-1", PassageLink.MaxRanges + 1)), "", null).ShouldBeNull();
}
