using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>Finds tables without painted lines: successive rows whose parts stand in the same columns.</summary>
internal static class AlignedTables
{
    private const float WidestRowGap = 3.4f;

    public static (List<TableGrid> Tables, List<Line> Others) Find(PageContent page, IReadOnlyList<Line> segments)
    {
        var rows = Group(segments);
        var tables = new List<TableGrid>();
        var rest = new List<Line>();
        var free = 0;
        for (var i = 0; i < rows.Count;)
        {
            if (rows[i].Count >= 2 && Grow(rows, i, free) is { } run && Accept(rows, run) && TableRows.Build(page, rows[run.First..(run.Last + 1)], run.Columns) is { } table)
            {
                rest.RemoveRange(rest.Count - rows[run.First..i].Sum(row => row.Count), rows[run.First..i].Sum(row => row.Count));
                tables.Add(table);
                free = i = run.Last + 1;
                continue;
            }

            rest.AddRange(rows[i]);
            i++;
        }

        return (tables, rest);
    }

    private static List<List<Line>> Group(IReadOnlyList<Line> segments)
    {
        var rows = new List<List<Line>>();
        foreach (var segment in segments.OrderBy(segment => segment.Baseline))
        {
            if (rows.Count > 0 && segment.Baseline - rows[^1][0].Baseline <= 0.25f * Math.Min(segment.Size, rows[^1][0].Size))
                rows[^1].Add(segment);
            else
                rows.Add([segment]);
        }

        foreach (var row in rows)
        {
            row.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            // A dash far from its item is no cell of its own.
            while (row.Count >= 2 && row[0].Words.Count == 1 && Markers.IsAlone(row[0].Words[0].Text))
            {
                row[0] = Line.Join([row[0], row[1]]);
                row.RemoveAt(1);
            }
        }

        return rows;
    }

    private static Run? Grow(List<List<Line>> rows, int seed, int start)
    {
        var columns = new ColumnIntervals();
        if (rows[seed].Exists(segment => segment.HasLeader) || !columns.TryAdd(rows[seed], mayAddColumns: true))
            return null;

        var last = seed;
        var steps = new List<float>();
        for (var i = seed + 1; i < rows.Count; i++)
        {
            var gap = rows[i][0].Baseline - rows[i - 1][0].Baseline;
            var size = rows[i][0].Size;
            if (gap > WidestRowGap * size || rows[i].Exists(segment => segment.HasLeader) || Math.Abs(size - rows[seed][0].Size) > 0.2f * size)
                break;
            // Space or heavier type sets off what comes after the table: its neighbour's title, the next paragraph.
            if (i > seed + 1 && rows[i].Count == 1 && (gap > 1.35f * steps.Max() || rows[i][0].IsBold && !rows[i - 1].TrueForAll(segment => segment.IsBold)))
                break;
            // A single piece of text far below the last row may be the paragraph after the table.
            if (rows[i].Count == 1 && (gap > 1.5f * size && !MultipleFollows(rows, i) || StartsParagraph(rows, i, gap)))
                break;
            if (!columns.TryAdd(rows[i], mayAddColumns: rows[i].Count >= 2))
                break;
            steps.Add(gap);
            last = i;
        }

        while (last > seed && rows[last].Count == 1 && rows[last][0].Baseline - rows[last - 1][0].Baseline > 1.5f * rows[last][0].Size)
            last--;
        var first = seed;
        while (first > start && rows[first - 1].Count == 1 && IsHeaderPart(rows, first, columns))
            first--;
        return new(first, last, columns);
    }

    private static bool MultipleFollows(List<List<Line>> rows, int from)
    {
        for (var i = from + 1; i < Math.Min(rows.Count, from + 4); i++)
        {
            if (rows[i].Count >= 2)
                return true;
        }

        return false;
    }

    private static bool StartsParagraph(List<List<Line>> rows, int i, float gap) =>
        i + 1 < rows.Count && rows[i + 1].Count == 1 && gap > 1.5f * rows[i][0].Size && rows[i + 1][0].Baseline - rows[i][0].Baseline < 0.8f * gap
        && rows[i + 1][0].Right > rows[i][0].Right;

    /// <summary>The first line of a column's title that needs two lines where the others need one.</summary>
    private static bool IsHeaderPart(List<List<Line>> rows, int first, ColumnIntervals columns) =>
        rows[first][0].Baseline - rows[first - 1][0].Baseline < 1.35f * rows[first][0].Size
        && rows[first - 1][0].IsBold == rows[first][0].IsBold
        && columns.TryAdd(rows[first - 1], mayAddColumns: false);

    private static bool Accept(List<List<Line>> rows, Run run)
    {
        var multiple = rows.GetRange(run.First, run.Last - run.First + 1).Count(row => row.Count >= 2);
        if (run.Columns.Count < 2 || multiple < 2)
            return false;
        return multiple >= 3 || run.Columns.Count >= 3 || rows[run.First].TrueForAll(segment => segment.IsBold) && !rows[run.Last].TrueForAll(segment => segment.IsBold);
    }

    private sealed record Run(int First, int Last, ColumnIntervals Columns);
}
