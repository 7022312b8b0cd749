using AgentHelpdesk.Evaluation.Reading;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class TruthComparisonTests
{
    private static readonly TruthDocument Truth = new()
    {
        Document = "a.pdf",
        Title = "Guide",
        Pages = 2,
        Header = "Code fictif du littoral | {section}",
        Footer = "Page {page} / {pages}",
        Headings = [new("Carence", "1.1", 1)],
        Articles = [new("L512-1", 2)],
        Blocks =
        [
            new("b0", "heading", "Carence", 1, 1, ["Carence"], null),
            new("b1", "list", "trois jours ;\ncinq jours.", 1, 1, ["Carence"], null),
            new("b2", "article", "Article L512-1", 2, 2, [], "L512-1"),
            new("b3", "para", "L'indemnité est versée à l'assuré.", 2, 2, [], "L512-1"),
        ],
    };

    private static readonly BlockLine[] Read =
    [
        new("heading", 1, "1.1 Carence", 1, 1, ["1.1 Carence"], null, []),
        new("list", 0, "1° trois jours ;\n2° cinq jours.", 1, 1, ["1.1 Carence"], null, []),
        new("footer", 0, "Page 1 / 2", 1, 1, [], null, []),
        new("heading", 1, "Article L. 512-1", 2, 2, ["Article L. 512-1"], "L. 512-1", []),
        new("para", 0, "L’indemnité est versée à l’assuré.", 2, 2, ["Article L. 512-1"], "L. 512-1", []),
    ];

    [Fact]
    public void A_document_read_as_it_is_scores_full_marks()
    {
        var score = Compare(Read);
        score.Whole.ShouldBe(new Found(4, 4));
        score.OwnBlock.ShouldBe(new Found(4, 4));
        score.PageRight.Share.ShouldBe(1);
        score.InOrder.Share.ShouldBe(1);
        score.SectionRight.Share.ShouldBe(1);
        score.ArticleRight.Share.ShouldBe(1);
        score.Headings.F1.ShouldBe(1);
        score.Articles.F1.ShouldBe(1);
        score.RunningCharacters.ShouldBe(0);
    }

    [Fact]
    public void A_running_line_in_the_content_is_counted_and_tears_the_block_it_stands_in()
    {
        var score = Compare([.. Read[..4], Read[4] with { Text = "L’indemnité est versée Code fictif du littoral | Carence à l’assuré." }]);
        score.Whole.ShouldBe(new Found(3, 4));
        score.RunningCharacters.ShouldBe("codefictifdulittoral".Length);
        Compare([.. Read, new("para", 0, "Page 2 / 2", 2, 2, [], null, [])]).RunningCharacters.ShouldBe("page22".Length);
    }

    [Fact]
    public void Blocks_run_together_are_whole_but_not_their_own_block()
    {
        var score = Compare([.. Read[..3], Read[3] with { Text = "Article L. 512-1 L’indemnité est versée à l’assuré." }]);
        score.Whole.ShouldBe(new Found(4, 4));
        score.OwnBlock.ShouldBe(new Found(2, 4));
    }

    [Fact]
    public void A_block_on_another_page_is_told()
    {
        var lost = new List<LostBlock>();
        var score = TruthComparison.Compare(Truth, Line([.. Read[..4], Read[4] with { Page = 3, EndPage = 3 }]), lost.Add);
        score.PageRight.ShouldBe(new Found(3, 4));
        lost.ShouldHaveSingleItem().Block.Id.ShouldBe("b3");
    }

    [Fact]
    public void Cells_count_in_their_row_and_column()
    {
        TruthTable[] tables = [new([["Tranche", "Taux"]], [["A", "1 %"], ["B", "2 %"]], Spans: false)];
        BlockLine Table(params string[][] rows) => new("table", 0, "", 1, 1, [], null, [.. rows.Select(row => System.Collections.Immutable.ImmutableArray.Create(row))]);
        TableCells.Compare([.. tables], [Table(["Tranche", "Taux"], ["A", "1 %"], ["B", "2 %"])]).ShouldBe(new Found(6, 6));
        TableCells.Compare([.. tables], [Table(["Tranche", "Taux"], ["A", "2 %"], ["2 %", "B"])]).Right.ShouldBe(4);
        TableCells.Compare([.. tables], []).ShouldBe(new Found(0, 6));
    }

    private static ReadingScore Compare(BlockLine[] blocks) => TruthComparison.Compare(Truth, Line(blocks));

    private static ReadingLine Line(BlockLine[] blocks) => new("a.pdf", 2, ReadingLine.Read, [], .1, [.. blocks]);
}
