using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;

namespace AgentHelpdesk.Ingestion.Tests.Uploads;

public sealed class TitlesTests
{
    [Theory]
    [InlineData("Guide de la prime", "Titre I", "Guide de la prime")]
    [InlineData("Guide  de\tla prime ", null, "Guide de la prime")]
    [InlineData(null, "Notice  d'utilisation", "Notice d'utilisation")]
    [InlineData(null, "ANNEXE", "annexe-2018")]
    [InlineData(null, null, "annexe-2018")]
    [InlineData("Circulaire du 3.2.2024", null, "Circulaire du 3.2.2024")]
    public void A_title_is_the_documents_own_else_its_first_heading_else_its_files_name(string? own, string? heading, string title)
    {
        var upload = new Upload("x/annexe-2018.pdf", "annexe-2018.pdf", 0, () => Stream.Null);
        var block = new Block { Kind = BlockKind.Heading, Text = heading ?? "", Words = [], Page = 1, EndPage = 1, Box = default };

        Titles.Of(upload, new() { Pages = [], Blocks = heading is null ? [] : [block], Problems = [], Title = own }).ShouldBe(title);
    }
}
