using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Ingestion.Reading.Tables;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Writes what was put together as blocks: their text, and the page words behind it.</summary>
internal sealed class BlockWriter(IReadOnlyDictionary<int, ReadingFrame> frames, Hyphenation hyphenation, HeadingRanks ranks)
{
    public Block Write(IFlow flow) => flow switch
    {
        ListFlow list => Write(list),
        TableFlow table => Write(table),
        Paragraph paragraph => Write(paragraph),
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "Unknown kind of flow."),
    };

    public Block Write(BlockKind kind, List<Line> lines)
    {
        var text = new BlockText(hyphenation);
        lines.ForEach(text.Add);
        return Block(kind, text, lines);
    }

    private Block Write(Paragraph paragraph)
    {
        if (paragraph.IsCaption)
            return Write(BlockKind.Caption, paragraph.Lines);
        if (ranks.IsHeading(paragraph))
            return Write(BlockKind.Heading, paragraph.Lines) with { Level = ranks.RankOf(paragraph), BookmarkLevel = paragraph.BookmarkLevel };
        return Write(paragraph.First.Frame >= 0 || NoteWords.Begin(paragraph.First) ? BlockKind.Note : BlockKind.Paragraph, paragraph.Lines);
    }

    private Block Write(ListFlow list)
    {
        var text = new BlockText(hyphenation);
        var items = ImmutableArray.CreateBuilder<ListItem>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (text.Length > 0)
                text.Separate('\n');
            var start = text.Length;
            item.Lines.ForEach(text.Add);
            items.Add(new(new(start, text.Length - start), list.LevelOf(item), item.Marker));
        }

        return Block(BlockKind.List, text, [.. list.Items.SelectMany(item => item.Lines)]) with { Items = items.ToImmutable() };
    }

    private Block Write(TableFlow table)
    {
        var text = new BlockText(hyphenation);
        var rows = ImmutableArray.CreateBuilder<TableRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (rows.Count > 0)
                text.Separate('\n');
            rows.Add(Write(row, text));
        }

        return Block(BlockKind.Table, text, [.. table.Rows.SelectMany(row => row.Lines)]) with
        {
            Rows = rows.ToImmutable(),
            HeaderRows = table.HeaderRows,
            Box = frames[table.Page].ToDisplayed(table.First.Box),
        };
    }

    private static TableRow Write(GridRow row, BlockText text)
    {
        var start = text.Length;
        var cells = ImmutableArray.CreateBuilder<TextRange>(row.Cells.Count);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (i > 0)
                text.Separate('\t');
            var cell = text.Length;
            row.Cells[i].ForEach(text.Add);
            cells.Add(new(cell, text.Length - cell));
        }

        return new(new(start, text.Length - start), cells.ToImmutable(), row.Page);
    }

    private Block Block(BlockKind kind, BlockText text, List<Line> lines)
    {
        var page = lines[0].Page;
        return new()
        {
            Kind = kind,
            Text = text.Text,
            Words = text.Words,
            Page = page,
            EndPage = lines.Max(line => line.Page),
            Box = frames[page].ToDisplayed(lines.Where(line => line.Page == page).Select(line => line.Box).Aggregate((a, b) => a.Union(b))),
            FontSize = (float)Math.Round(lines.MaxBy(line => line.Length)?.Size ?? 0, 1),
            Bold = lines.TrueForAll(line => line.IsBold),
        };
    }
}
