using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Tests.Documents.Listing;

public sealed class ListSelectionTests
{
    private static readonly CatalogueDocument[] Documents =
    [
        SomeDocuments.Document(SomeDocuments.Revision("Élagage des retraites", "CIR-7/2022", issuer: "Caisse nationale", first: new(2022, 7, 1), fileName: "cir_7.pdf")),
        SomeDocuments.Document(SomeDocuments.Revision("Œuvres sociales", kind: "guide", first: new(2027, 1, 1), fileName: "guide.pdf")),
        SomeDocuments.Document(SomeDocuments.Revision("Abattement", kind: "note", retirement: new(null, "doublon"), fileName: "note.pdf")),
    ];

    [Theory]
    [InlineData("elagage", "Élagage des retraites")]
    [InlineData("ÉLAGAGE", "Élagage des retraites")]
    [InlineData("oeuvres", "Œuvres sociales")]
    [InlineData("7/2022", "Élagage des retraites")]
    [InlineData("caisse retraites", "Élagage des retraites")]
    [InlineData("cir_7", "Élagage des retraites")]
    [InlineData("guide", "Œuvres sociales")]
    public void Finds_by_any_part_whatever_accents_and_case(string words, string expected) =>
        Titles(new() { Words = words }).ShouldBe([expected]);

    [Fact]
    public void Filters_leave_what_fits_all_of_them()
    {
        Titles(new() { Kind = "Guide" }).ShouldBe(["Œuvres sociales"]);
        Titles(new() { Standing = Standing.Retired }).ShouldBe(["Abattement"]);
        Titles(new() { Standing = Standing.ToCome, Kind = "note" }).ShouldBeEmpty();
        Titles(new() { OnlyWithProblems = true }).ShouldBe(["Abattement"]);
    }

    [Fact]
    public void Orders_as_people_of_the_language_do()
    {
        Titles(new()).ShouldBe(["Abattement", "Élagage des retraites", "Œuvres sociales"]);
        Titles(new() { IsDescending = true }).ShouldBe(["Œuvres sociales", "Élagage des retraites", "Abattement"]);
        Titles(new() { Column = ListColumn.Problems, IsDescending = true })[0].ShouldBe("Abattement");
        Titles(new() { Column = ListColumn.Validity, IsDescending = true })[0].ShouldBe("Œuvres sociales");
    }

    [Fact]
    public void A_page_past_the_end_is_the_last()
    {
        var many = Enumerable.Range(0, 120).Select(i => SomeDocuments.Document(SomeDocuments.Revision($"Titre {i:000}"))).ToArray();

        var selection = Select(many, new() { Page = 99 });

        selection.Pages.ShouldBe(3);
        selection.Page.ShouldBe(3);
        selection.Rows.Length.ShouldBe(20);
        selection.Rows[0].Title.ShouldBe("Titre 100");
    }

    private static string[] Titles(ListQuery query) => [.. Select(Documents, query).Rows.Select(row => row.Title)];

    private static ListSelection Select(CatalogueDocument[] documents, ListQuery query)
    {
        var state = SomeDocuments.State(new RecordedProblem(DocumentId.Parse("Abattement"), "note.pdf", "page-without-text", 2, ""));
        return ListSelection.Of(DocumentRows.Of(documents, state, SomeDocuments.Today, Messages.In(Language.French)), query, Language.French);
    }
}
