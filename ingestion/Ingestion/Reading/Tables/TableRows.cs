using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>Cuts the lines of a table without painted cells into rows: where the space is wider, or a rule is drawn.</summary>
internal static class TableRows
{
    public static TableGrid? Build(PageContent page, List<List<Line>> lines, ColumnIntervals columns)
    {
        var box = lines.SelectMany(line => line).Select(segment => segment.Box).Aggregate((a, b) => a.Union(b));
        var starts = Starts(page, lines, columns, box);
        var rows = new List<GridRow>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == 0 || starts[i])
                rows.Add(new(page.Number, [.. Enumerable.Range(0, columns.Count).Select(_ => new List<Line>())]));
            foreach (var segment in lines[i])
                rows[^1].Cells[columns.IndexOf(segment)].Add(segment);
        }

        return rows.Count(row => row.Cells.Count(cell => cell.Count > 0) >= 2) < 2 ? null : new(page.Number, box, columns.Lefts, rows);
    }

    private static bool[] Starts(PageContent page, List<List<Line>> lines, ColumnIntervals columns, Box box)
    {
        var gaps = new float[lines.Count];
        for (var i = 1; i < lines.Count; i++)
            gaps[i] = lines[i].Min(segment => segment.Top) - lines[i - 1].Max(segment => segment.Bottom);

        var rules = page.Rulings.Where(ruling => ruling.IsHorizontal && ruling.Position > box.Top && ruling.Position < box.Bottom
            && Math.Min(ruling.End, box.Right) - Math.Max(ruling.Start, box.Left) > 0.6f * box.Width).Select(ruling => ruling.Position).ToList();
        var size = lines[0][0].Size;
        var narrow = lines.Count > 1 ? gaps.Skip(1).Min() : 0;
        var wide = lines.Count > 1 ? gaps.Skip(1).Max() : 0;
        var uniform = wide - narrow < 0.2f * size;
        var starts = new bool[lines.Count];
        for (var i = 1; i < lines.Count; i++)
        {
            var ruled = rules.Exists(rule => rule > lines[i - 1].Min(segment => segment.Top) && rule < lines[i].Max(segment => segment.Baseline));
            if (rules.Count >= 3)
                starts[i] = ruled;
            else if (uniform)
                starts[i] = lines[i].Exists(segment => columns.IndexOf(segment) == 0) || narrow > 0.5f * size;
            else
                starts[i] = ruled || gaps[i] > narrow + (0.2f * size);
        }

        return starts;
    }
}
