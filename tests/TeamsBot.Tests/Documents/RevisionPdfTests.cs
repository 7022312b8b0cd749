using AgentHelpdesk.TeamsBot.Documents;

namespace AgentHelpdesk.TeamsBot.Tests.Documents;

public sealed class RevisionPdfTests
{
    [Theory]
    [InlineData("circulaire n° 7.pdf", "circulaire n_ 7.pdf")]
    [InlineData("été – dossier (2).PDF", "été _ dossier (2).pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Temp\\note.pdf", "note.pdf")]
    [InlineData("<script>alert(1)</script>.pdf", "script.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "a__Set-Cookie_ x_1.pdf")]
    [InlineData("\"; filename=evil.exe", "filename_evil.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData("", "document.pdf")]
    public void A_name_sent_to_a_browser_holds_nothing_that_a_header_or_a_folder_would_obey(string uploaded, string expected) =>
        RevisionPdf.SafeName(uploaded).ShouldBe(expected);

    [Fact]
    public void A_very_long_name_is_cut() => RevisionPdf.SafeName(new string('a', 500) + ".pdf").Length.ShouldBe(104);
}
