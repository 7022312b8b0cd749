using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>Finds tables whose cells are drawn, and the frames around remarks.</summary>
internal static class RuledTables
{
    // A side-by-side layout of whole texts drawn with boxes is no table.
    private const int MostWordsInOneRow = 150;

    // Drawings hold thousands of crossing lines and no table.
    private const int MostRulings = 4000;
    private const int MostCells = 6000;

    public static (List<TableGrid> Tables, List<Box> Frames, List<Word> Others) Find(PageContent page, IReadOnlyList<Word> words)
    {
        var tables = new List<TableGrid>();
        var frames = new List<Box>();
        var rest = words.ToList();
        if (page.Rulings.Count > MostRulings)
            return (tables, frames, rest);

        foreach (var group in RulingGrid.Connected(RulingJoiner.Join(page.Rulings)))
        {
            if (group.Count < 3)
                continue;

            if (RulingGrid.TryBuild(group, MostCells) is not { } grid || grid.Columns < 1 || grid.Rows < 1 || grid.Box.Width < 20 || grid.Box.Height < 8)
                continue;
            if (grid.Columns == 1)
            {
                for (var row = 0; row < grid.Rows; row++)
                    frames.Add(new(grid.Xs[0], grid.Ys[row], grid.Xs[1], grid.Ys[row + 1]));
                continue;
            }

            var inside = rest.FindAll(word => grid.CellAt(word.Middle, word.Baseline - (0.3f * word.Size)) is not null);
            if (Table(page, grid, inside) is { } table)
            {
                tables.Add(table);
                var taken = inside.ToHashSet();
                rest.RemoveAll(taken.Contains);
            }
        }

        return (tables, frames, rest);
    }

    private static TableGrid? Table(PageContent page, RulingGrid grid, List<Word> words)
    {
        var cells = new Dictionary<(int Row, int Column), List<Word>>();
        foreach (var word in words)
        {
            if (grid.CellAt(word.Middle, word.Baseline - (0.3f * word.Size)) is not { } cell)
                continue;
            if (!cells.TryGetValue(cell, out var content))
                cells[cell] = content = [];
            content.Add(word);
        }

        var filled = Enumerable.Range(0, grid.Columns).Where(column => cells.Keys.Any(cell => cell.Column == column)).ToList();
        var rows = Enumerable.Range(0, grid.Rows).Where(row => cells.Keys.Any(cell => cell.Row == row)).ToList();
        if (filled.Count < 2 || cells.Count < 2 || rows.Count == 1 && words.Count > MostWordsInOneRow)
            return null;

        var columns = Enumerable.Range(0, grid.Columns).Where(column => filled.Contains(column)).ToList();
        var built = rows.ConvertAll(row => new GridRow(page.Number, [.. columns.Select(column =>
            cells.TryGetValue((row, column), out var content) ? Rows.Of(LineBuilder.Segments(page.Number, content)) : [])])
        {
            IsShaded = IsShaded(page, grid, row),
        });
        return new(page.Number, grid.Box, columns.ConvertAll(column => grid.Xs[column]), built) { IsRuled = true };
    }

    private static bool IsShaded(PageContent page, RulingGrid grid, int row)
    {
        var y = (grid.Ys[row] + grid.Ys[row + 1]) / 2;
        var x = (grid.Xs[0] + grid.Xs[1]) / 2;
        return page.Fills.Any(fill => fill.Top < y && fill.Bottom > y && fill.Left < x && fill.Right > x
            && fill.Height < 0.8f * grid.Box.Height && fill.Top > grid.Box.Top - 5);
    }
}
