using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>The columns that the segments of successive rows fit into, widened row by row while they stay apart.</summary>
internal sealed class ColumnIntervals
{
    // Narrower gaps are spaces between words.
    private const float NarrowestGapInEm = 0.6f;

    private List<(float Left, float Right)> _columns = [];

    public int Count => _columns.Count;

    public IReadOnlyList<float> Lefts => _columns.ConvertAll(column => column.Left);

    public int IndexOf(Line segment)
    {
        var middle = (segment.Left + segment.Right) / 2;
        for (var i = 0; i < _columns.Count; i++)
        {
            if (middle >= _columns[i].Left - 1 && middle <= _columns[i].Right + 1)
                return i;
        }

        return _columns.FindIndex(column => segment.Left <= column.Right && segment.Right >= column.Left) is >= 0 and var found ? found : 0;
    }

    /// <summary>Takes the row in if the columns stay apart; a row whose segments would bridge a gap is refused and changes nothing.</summary>
    public bool TryAdd(IReadOnlyList<Line> row, bool mayAddColumns)
    {
        var columns = new List<(float Left, float Right)>(_columns);
        foreach (var segment in row)
        {
            var touched = -1;
            for (var i = 0; i < columns.Count; i++)
            {
                if (segment.Left > columns[i].Right || segment.Right < columns[i].Left)
                    continue;
                if (touched >= 0)
                    return false;
                touched = i;
            }

            if (touched >= 0)
                columns[touched] = (Math.Min(columns[touched].Left, segment.Left), Math.Max(columns[touched].Right, segment.Right));
            else if (_columns.Count == 0 || mayAddColumns)
                columns.Add((segment.Left, segment.Right));
            else
                return false;
        }

        columns.Sort();
        for (var i = 1; i < columns.Count; i++)
        {
            if (columns[i].Left - columns[i - 1].Right < NarrowestGapInEm * row[0].Size)
                return false;
        }

        _columns = columns;
        return true;
    }
}
