using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TeamsBot.Passages;
using static AgentHelpdesk.Knowledge.Chunks.ChunkPartKind;

namespace AgentHelpdesk.TeamsBot.Tests.Passages;

/// <summary>From chunks and word positions to what is shown.</summary>
public sealed class PassageBlocksTests
{
    private static readonly CatalogueRevision Revision = SomeRevision.Of();

    [Fact]
    public void The_quoted_words_are_marked_and_their_neighbours_stand_around_them()
    {
        var chunk = SomeRevision.Chunk(Revision, 0, "1. Montant", (Paragraph, 1, "Un."), (Paragraph, 2, "Deux."), (Paragraph, 3, "Le montant est de 45 euros."), (Paragraph, 4, "Quatre."), (Paragraph, 5, "Cinq."), (Paragraph, 6, "Six."));

        // The words 4 and 5 of the page: "montant est".
        Text(Blocks([chunk], new WordRange(1, 3, 2))).ShouldBe("Un. / Deux. / Le *montant est* de 45 euros. / Quatre. / Cinq.");
    }

    [Fact]
    public void A_quote_at_the_edge_goes_on_in_the_next_chunk_under_its_own_heading()
    {
        var first = SomeRevision.Chunk(Revision, 4, "Article 4", (Paragraph, 1, "Fin de quatre."));
        var next = SomeRevision.Chunk(Revision, 5, "Article 5", (Paragraph, 2, "Début de cinq."));

        Text(Blocks([first, next], new WordRange(5, 0, 1))).ShouldBe("# Article 4 / *Fin* de quatre. / # Article 5 / Début de cinq.");
    }

    [Fact]
    public void A_row_brings_its_table_with_the_header_once()
    {
        var first = SomeRevision.Chunk(Revision, 0, "Barème", (Caption, 7, "En euros"), (TableHeader, 7, "Année\tMontant"), (TableRow, 7, "2024\t43"), (TableRow, 7, "2025\t44"));
        var next = SomeRevision.Chunk(Revision, 1, "Barème", (TableHeader, 7, "Année\tMontant"), (TableRow, 7, "2026\t45"), (Paragraph, 8, "Après."));

        Text(Blocks([first, next], new WordRange(2, 2, 2))).ShouldBe("En euros / [Année|Montant ; 2024|43 ; 2025|44 ; *2026*|*45*] / Après.");
    }

    [Fact]
    public void Items_of_one_list_stay_one_list()
    {
        var chunk = SomeRevision.Chunk(Revision, 0, "Pièces", (Paragraph, 1, "Il faut :"), (ListItem, 2, "- un"), (ListItem, 2, "- deux"), (ListItem, 3, "- autre"));

        Text(Blocks([chunk], new WordRange(1, 3, 2))).ShouldBe("Il faut : / (*- un* + - deux) / (- autre)");
    }

    [Fact]
    public void What_is_left_out_between_two_quotes_is_shown_to_be_left_out()
    {
        var chunk = SomeRevision.Chunk(Revision, 0, "Long", [.. Enumerable.Range(0, 12).Select(i => (Paragraph, i, $"p{i}"))]);

        Text(Blocks([chunk], new(1, 0, 1), new(1, 11, 1))).ShouldBe("*p0* / p1 / p2 / … / p9 / p10 / *p11*");
    }

    [Fact]
    public void Words_that_are_not_there_show_nothing() =>
        PassageWindow.Of([SomeRevision.Chunk(Revision, 0, "x", (Paragraph, 1, "Un deux."))], [new(1, 50, 10), new(7, 0, 3)]).ShouldBeEmpty();

    private static ImmutableArray<PassageBlock> Blocks(Chunk[] chunks, params WordRange[] words) => PassageBlocks.Of(PassageWindow.Of(chunks, [.. words]));

    private static string Text(ImmutableArray<PassageBlock> blocks) => string.Join(" / ", blocks.Select(block => block switch
    {
        PassageBlock.Heading heading => "# " + heading.Text,
        PassageBlock.Paragraph paragraph => Text(paragraph.Line),
        PassageBlock.List list => $"({string.Join(" + ", list.Items.Select(item => Text(item.Line)))})",
        PassageBlock.Table table => $"[{string.Join(" ; ", table.Header.Concat(table.Rows).Select(row => string.Join('|', row.Cells.Select(Text))))}]",
        _ => "…",
    }));

    private static string Text(PassageLine line) => string.Concat(line.Runs.Select(run => run.IsQuoted ? $"*{run.Text}*" : run.Text));
}
