namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Segments that share a baseline, as lines from top to bottom.</summary>
internal static class Rows
{
    private const float SameRow = 0.25f;

    public static List<Line> Of(IEnumerable<Line> segments)
    {
        var lines = new List<Line>();
        var row = new List<Line>();
        foreach (var segment in segments.OrderBy(segment => segment.Baseline))
        {
            if (row.Count > 0 && segment.Baseline - row[0].Baseline > SameRow * Math.Min(segment.Size, row[0].Size))
            {
                lines.Add(Line.Join(row));
                row.Clear();
            }

            row.Add(segment);
        }

        if (row.Count > 0)
            lines.Add(Line.Join(row));
        return lines;
    }
}
