using AgentHelpdesk.Ingestion.Reading.Tables;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Counts the rows at a table's top that name its columns.</summary>
internal static class TableHeaders
{
    private const int MostRows = 3;

    public static int Count(TableGrid table)
    {
        var rows = table.Rows;
        var body = rows.Skip(1).ToList();
        if (body.Count == 0)
            return 0;

        var shaded = Leading(rows, row => row.IsShaded);
        if (shaded > 0)
            return shaded;
        var bold = Leading(rows, row => row.IsBold);
        if (bold > 0)
            return bold;
        return IsNaming(rows[0]) && body.Exists(row => !IsNaming(row)) ? 1 : 0;
    }

    private static int Leading(List<GridRow> rows, Func<GridRow, bool> marked)
    {
        var count = 0;
        while (count < rows.Count && marked(rows[count]))
            count++;
        return count <= MostRows && count < rows.Count ? count : 0;
    }

    /// <summary>Every column has a few words and no figure.</summary>
    private static bool IsNaming(GridRow row) => row.Cells.All(cell =>
        cell.Count > 0 && cell.Sum(line => line.Length) < 80 && !cell.Exists(line => line.Words.Any(word => word.Text.Any(char.IsDigit))));
}
