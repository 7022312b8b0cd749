using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class TableTests : ReadingTests
{
    private static string[][] Rows(Block table) => [.. table.Rows.Select(row => row.Cells.Select(cell => table.Text.Substring(cell.Start, cell.Length)).ToArray())];

    private static void Draw(TestPage page, float top, string[][] rows, bool ruled)
    {
        float[] xs = [72, 232, 312, 482];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
                page.Text(xs[j] + 4, top + (i * 18) + 13, rows[i][j], font: i == 0 ? "F2" : "F1");
        }

        if (ruled)
            page.Grid(xs, [.. Enumerable.Range(0, rows.Length + 1).Select(i => top + (i * 18))]);
    }

    private static readonly string[][] Amounts =
    [
        ["Date d'effet", "Montant", "Référence"], ["1er avril 2025", "1 033,32 €", "Décret n° 2025-297"], ["1er avril 2024", "1 016,05 €", "Décret n° 2024-397"], ["1er avril 2023", "971,37 €", "Décret n° 2023-328"],
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_is_read_by_rows_with_and_without_painted_lines(bool ruled)
    {
        var document = Read(new TestPdf().Page(page =>
        {
            page.Lines(72, 100, Prose).Text(72, 160, "Montant mensuel maximal", size: 9, font: "F2");
            Draw(page, 168, Amounts, ruled);
            page.Lines(72, 280, Prose).Shuffle(7);
        }));

        document.Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Paragraph, BlockKind.Caption, BlockKind.Table, BlockKind.Paragraph]);
        Rows(document.Blocks[2]).ShouldBe(Amounts);
        document.Blocks[2].HeaderRows.ShouldBe(1);
        document.Blocks[2].Text.Split('\n')[1].ShouldBe("1er avril 2025\t1 033,32 €\tDécret n° 2025-297");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_over_two_pages_is_one_and_keeps_its_header_once(bool ruled)
    {
        string[][] more = [Amounts[0], ["1er juillet 2022", "956,65 €", "Article D. 821-3"], ["1er avril 2022", "919,86 €", "Décret n° 2022-700"]];
        var document = Read(new TestPdf()
            .Page(page =>
            {
                page.Lines(72, 100, Prose);
                Draw(page, 700, Amounts, ruled);
            })
            .Page(page =>
            {
                Draw(page, 60, more, ruled);
                page.Lines(72, 200, Prose);
            }));

        var table = document.Blocks.Single(block => block.Kind == BlockKind.Table);
        Rows(table).ShouldBe([.. Amounts, .. more[1..]]);
        table.Rows.Select(row => row.Page).ShouldBe([1, 1, 1, 1, 2, 2]);
        (table.Page, table.EndPage).ShouldBe((1, 2));
    }

    [Fact]
    public void Cells_merged_across_and_down_keep_the_columns_aligned()
    {
        var document = Read(new TestPdf().Page(page => page
            .Text(76, 113, "Revenus", font: "F2").Text(200, 113, "Montant mensuel", font: "F2")
            .Text(76, 140, "Personne seule").Text(200, 131, "zone 1").Text(300, 131, "100 €").Text(200, 149, "zone 2").Text(300, 149, "90 €")
            .Rule(72, 100, 400, 100).Rule(72, 118, 400, 118).Rule(196, 136, 400, 136).Rule(72, 154, 400, 154)
            .Rule(72, 100, 72, 154).Rule(196, 100, 196, 154).Rule(296, 118, 296, 154).Rule(400, 100, 400, 154)));

        Rows(document.Blocks.ShouldHaveSingleItem()).ShouldBe([["Revenus", "Montant mensuel", ""], ["Personne seule", "zone 1", "100 €"], ["", "zone 2", "90 €"]]);
    }

    [Fact]
    public void Cells_of_several_lines_do_not_mix_with_their_neighbours()
    {
        var document = Read(new TestPdf().Page(page => page
            .Text(76, 113, "Situation", font: "F2").Text(250, 113, "Conditions", font: "F2")
            .Lines(76, 135, ["Étranger d'un", "autre pays"]).Lines(250, 135, ["avoir depuis au moins cinq ans", "un titre de séjour qui permet", "de travailler en France"])
            .Text(76, 183, "Européen").Text(250, 183, "résider depuis trois mois")));

        Rows(document.Blocks.ShouldHaveSingleItem()).ShouldBe(
            [["Situation", "Conditions"], ["Étranger d'un autre pays", "avoir depuis au moins cinq ans un titre de séjour qui permet de travailler en France"], ["Européen", "résider depuis trois mois"]]);
    }

    [Fact]
    public void A_list_with_dashes_far_from_its_items_is_no_table()
    {
        var document = Read(new TestPdf().Page(page => page
            .Lines(72, 100, Prose)
            .Text(80, 150, "-").Text(100, 150, "un justificatif de domicile ;").Text(80, 164, "-").Text(100, 164, "un relevé d'identité bancaire ;").Text(80, 178, "-").Text(100, 178, "une attestation.")));

        document.Blocks[^1].Kind.ShouldBe(BlockKind.List);
    }
}
