namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Brings raised and lowered small words ("er", "m²", a footnote's number) into the row of the word they stand beside.</summary>
internal static class Superscripts
{
    private const float Smaller = 0.88f;

    // A raised letter touches the word before it; a thin space is a tenth of an em.
    private const float Touching = 0.16f;

    public static void Attach(List<List<Word>> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = rows[i].Count - 1; j >= 0; j--)
            {
                var word = rows[i][j];
                if (word.Text.Length <= 4 && Host(rows, i, word) is { } host && host != i)
                {
                    word.IsGlued = true;
                    rows[host].Add(word);
                    rows[i].RemoveAt(j);
                }
            }
        }

        rows.RemoveAll(row => row.Count == 0);
    }

    private static int? Host(List<List<Word>> rows, int row, Word word)
    {
        for (var step = 1; step <= 3; step++)
        {
            foreach (var candidate in (ReadOnlySpan<int>)[row + step, row - step])
            {
                if (candidate < 0 || candidate >= rows.Count)
                    continue;

                foreach (var other in rows[candidate])
                {
                    if (word.Size < Smaller * other.Size
                        && word.Baseline > other.Top && word.Baseline < other.Bottom
                        && Math.Abs(word.Left - other.Right) < Touching * other.Size)
                    {
                        return candidate;
                    }
                }
            }
        }

        return null;
    }
}
