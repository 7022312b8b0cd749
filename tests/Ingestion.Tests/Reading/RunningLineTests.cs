using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class RunningLineTests : ReadingTests
{
    private static readonly string[] Subjects = ["Objet", "Bénéficiaires", "Montant", "Versement", "Recours", "Prescription"];

    private static TestPdf Document(Action<TestPage, int> decorate)
    {
        var pdf = new TestPdf();
        for (var i = 1; i <= 6; i++)
        {
            var number = i;
            pdf.Page(page => decorate(page
                .Text(72, 110, $"{Subjects[number - 1]} de la prestation", size: 14, font: "F2")
                .Lines(72, 140, Prose), number));
        }

        return pdf;
    }

    [Fact]
    public void Lines_that_come_back_with_the_page_s_number_are_header_and_footer()
    {
        var document = Read(Document((page, number) => page.Text(72, 40, "Guide des prestations", size: 8).Text(290, 810, $"- {number + 36} -", size: 8)));

        Texts(document, BlockKind.Header).ShouldBe(Enumerable.Repeat("Guide des prestations", 6));
        Texts(document, BlockKind.Footer).ShouldBe(Enumerable.Range(37, 6).Select(number => $"- {number} -"));
        Texts(document, BlockKind.Paragraph).Length.ShouldBe(6);
    }

    [Fact]
    public void The_section_named_beside_the_title_goes_with_it()
    {
        var document = Read(Document((page, number) => page.Text(72, 40, "Code fictif", size: 8).Text(400, 40, Subjects[number - 1], size: 8)));

        Texts(document, BlockKind.Header).ShouldBe(Subjects.Select(subject => $"Code fictif {subject}"));
    }

    [Fact]
    public void The_first_line_of_text_is_no_header_though_it_stands_at_one_height()
    {
        var document = Read(Document((_, _) => { }));

        Texts(document, BlockKind.Header).ShouldBeEmpty();
        Texts(document, BlockKind.Heading).ShouldBe(Subjects.Select(subject => $"{subject} de la prestation"));
    }

    [Fact]
    public void A_paragraph_runs_on_behind_footer_and_header()
    {
        var document = Read(Document((page, number) =>
        {
            page.Text(72, 40, "Guide des prestations", size: 8).Text(290, 810, $"{number}", size: 8);
            if (number == 2)
                page.Lines(72, 760, [Prose[0], Prose[1]]);
        }));

        Texts(document, BlockKind.Paragraph).ShouldContain(text => text.EndsWith("par décret et", StringComparison.Ordinal));
        Texts(document, BlockKind.Paragraph).ShouldNotContain(text => text.Contains("Guide", StringComparison.Ordinal));
    }
}
