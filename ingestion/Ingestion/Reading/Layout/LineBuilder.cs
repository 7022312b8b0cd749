namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Puts words into segments: the parts of a row that no gap as wide as a gutter divides. Columns are decided later.</summary>
internal static class LineBuilder
{
    // Spaces in justified lines stay mostly under three quarters of an em; gutters and cell gaps are wider. Too many
    // segments do no harm: segments of one row in one column become one line again.
    private const float WidestSpace = 0.75f;
    private const float SameRow = 0.12f;

    public static List<Line> Segments(int page, IReadOnlyList<Word> words)
    {
        var rows = Rows(words);
        Superscripts.Attach(rows);
        var segments = new List<Line>();
        foreach (var row in rows)
        {
            row.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            var start = 0;
            var right = float.MinValue;
            for (var i = 0; i < row.Count; i++)
            {
                if (i > start && row[i].Left - right > WidestSpace * Math.Max(row[i].Size, row[i - 1].Size))
                {
                    segments.Add(new(page, row[start..i]));
                    start = i;
                    right = float.MinValue;
                }

                right = Math.Max(right, row[i].Right);
            }

            if (row.Count > 0)
                segments.Add(new(page, row[start..]));
        }

        return segments;
    }

    private static List<List<Word>> Rows(IReadOnlyList<Word> words)
    {
        var rows = new List<List<Word>>();
        foreach (var word in words.OrderBy(word => word.Baseline))
        {
            if (rows.Count > 0 && word.Baseline - rows[^1][^1].Baseline <= SameRow * word.Size && word.Baseline - rows[^1][0].Baseline <= 2 * SameRow * word.Size)
                rows[^1].Add(word);
            else
                rows.Add([word]);
        }

        return rows;
    }
}
