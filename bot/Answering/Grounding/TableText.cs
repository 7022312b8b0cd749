using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A table's rows as lines of text, for hosts without tables: the caption, then "header : cell" for each cell that is filled.</summary>
internal static class TableText
{
    public static string Of(CitedTable table)
    {
        var lines = table.Rows.Select((row, i) => Line(table, i));
        return string.Join('\n', table.Caption.Length == 0 ? lines : lines.Prepend(table.Caption));
    }

    private static string Line(CitedTable table, int row) => string.Join(" ; ", Cells(table.Header, table.Rows[row]));

    private static IEnumerable<string> Cells(ImmutableArray<string> header, ImmutableArray<string> row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column].Length > 0)
                yield return column < header.Length && header[column].Length > 0 ? $"{header[column].Replace('\n', ' ')} : {row[column]}" : row[column];
        }
    }
}
