using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>
/// Tells the cells of a table from two columns of text: in a table, what begins on one side begins on the other side at the same
/// height, row after row; paragraphs of two columns begin where they please.
/// </summary>
internal static class RowAlignment
{
    public static bool IsTable(IReadOnlyList<IPlaced> left, IReadOnlyList<IPlaced> right)
    {
        var (first, second) = (Starts(left), Starts(right));
        var fewer = first.Count <= second.Count ? first : second;
        var others = first.Count <= second.Count ? right : left;
        if (fewer.Count < 2)
            return false;

        var met = fewer.Count(start => others.Any(other => Math.Abs(other.Top - start) < 2));
        var begins = fewer.Count(start => (first.Count <= second.Count ? second : first).Exists(other => Math.Abs(other - start) < 2));
        return met >= 0.9f * fewer.Count && begins >= 0.75f * fewer.Count;
    }

    /// <summary>Tops of the lines that stand further below the line above than the closest lines do.</summary>
    private static List<float> Starts(IReadOnlyList<IPlaced> side)
    {
        var lines = side.OrderBy(line => line.Top).ToList();
        var closest = float.MaxValue;
        for (var i = 1; i < lines.Count; i++)
        {
            var step = lines[i].Bottom - lines[i - 1].Bottom;
            if (step > 0.5f * lines[i].Size)
                closest = Math.Min(closest, step);
        }

        var starts = new List<float> { lines[0].Top };
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Bottom - lines[i - 1].Bottom > 1.12f * closest)
                starts.Add(lines[i].Top);
        }

        return starts;
    }
}
