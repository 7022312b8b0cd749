using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>
/// Cells of known tables that stand in the right row and column: each known row is compared with the row read that shares most cells
/// with it in the same columns. Tables with merged cells are left out: their truth is no grid.
/// </summary>
internal static class TableCells
{
    public static Found Compare(ImmutableArray<TruthTable> truth, IEnumerable<BlockLine> read)
    {
        var rows = read.Where(block => block.Kind == "table").SelectMany(block => block.Rows).Select(Cells).ToList();
        var (right, total) = (0, 0);
        foreach (var known in truth.Where(table => !table.Spans).SelectMany(table => table.Header.Concat(table.Rows)).Select(Cells))
        {
            total += known.Count(cell => cell.Length > 0);
            right += rows.Select(row => known.Zip(row).Count(pair => pair.First.Length > 0 && pair.First == pair.Second)).DefaultIfEmpty().Max();
        }

        return new(right, total);
    }

    private static List<string> Cells(ImmutableArray<string> row) => [.. row.Select(Letters.Of)];
}
