using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>A table on one page, or the part of one that stands on this page: rows of cells, each cell its lines.</summary>
internal sealed class TableGrid(int page, Box box, IReadOnlyList<float> columns, List<GridRow> rows) : IPlaced
{
    public int Page { get; } = page;

    public Box Box { get; } = box;

    /// <summary>Where the columns begin.</summary>
    public IReadOnlyList<float> Columns { get; } = columns;

    public List<GridRow> Rows { get; } = rows;

    /// <summary>Lines are painted around its cells.</summary>
    public bool IsRuled { get; init; }

    public float Left => Box.Left;

    public float Right => Box.Right;

    public float Top => Box.Top;

    public float Bottom => Box.Bottom;

    public float Size => Rows.SelectMany(row => row.Lines).Select(line => line.Size).DefaultIfEmpty(10).First();

    public IEnumerable<Line> Lines => Rows.SelectMany(row => row.Lines);
}

/// <param name="Page">The page it stands on.</param>
/// <param name="Cells">Left to right, one per column; a column merged with its neighbour has no lines.</param>
internal sealed record GridRow(int Page, IReadOnlyList<List<Line>> Cells)
{
    /// <summary>It has a ground of its own colour.</summary>
    public bool IsShaded { get; init; }

    public IEnumerable<Line> Lines => Cells.SelectMany(cell => cell);

    public bool IsBold => Lines.Any() && Lines.All(line => line.IsBold);

    public string Text => string.Join('\t', Cells.Select(cell => string.Join(' ', cell.Select(line => line.Text))));
}
