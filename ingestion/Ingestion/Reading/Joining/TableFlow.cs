using AgentHelpdesk.Ingestion.Reading.Tables;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>A table, perhaps over several columns or pages, its repeated header kept once.</summary>
internal sealed class TableFlow(TableGrid first) : IFlow
{
    private const float SameColumn = 6;

    public int Page { get; } = first.Page;

    public TableGrid First { get; } = first;

    public TableGrid Last { get; private set; } = first;

    public List<GridRow> Rows { get; } = [.. first.Rows];

    public int HeaderRows { get; private set; } = TableHeaders.Count(first);

    /// <summary>Takes in the part on the next column or page if it has the same columns.</summary>
    public bool TryAdd(TableGrid part)
    {
        if (part.Page > Last.Page + 1 || part.Columns.Count != First.Columns.Count || part.IsRuled != First.IsRuled || !SameColumns(part))
            return false;

        var repeated = 0;
        while (repeated < Math.Min(part.Rows.Count, Rows.Count) && repeated < 4 && part.Rows[repeated].Text == Rows[repeated].Text)
            repeated++;
        if (repeated > 0)
            HeaderRows = Math.Max(HeaderRows, repeated);
        else if (TableHeaders.Count(part) > 0 && HeaderRows > 0)
            return false;

        var rows = part.Rows[repeated..];
        if (rows.Count > 0 && GoesOn(Rows[^1], rows[0]))
        {
            for (var i = 0; i < rows[0].Cells.Count; i++)
                Rows[^1].Cells[i].AddRange(rows[0].Cells[i]);
            rows.RemoveAt(0);
        }

        Rows.AddRange(rows);
        Last = part;
        return true;
    }

    private bool SameColumns(TableGrid part)
    {
        // Parts may stand in another column of text: compared by their distance from the table's left side.
        for (var i = 0; i < part.Columns.Count; i++)
        {
            if (Math.Abs(part.Columns[i] - part.Columns[0] - (First.Columns[i] - First.Columns[0])) > SameColumn)
                return false;
        }

        return true;
    }

    /// <summary>A row cut by the page's end: it goes on in lower case, or leaves its first cell empty.</summary>
    private static bool GoesOn(GridRow before, GridRow after)
    {
        var filled = after.Cells.Where(cell => cell.Count > 0).ToList();
        if (filled.Count == 0)
            return true;
        var lower = filled.Count(cell => char.IsLower(cell[0].Words[0].Text[0]));
        return lower == filled.Count && Enumerable.Range(0, after.Cells.Count).All(i => after.Cells[i].Count == 0 || before.Cells[i].Count > 0);
    }
}
