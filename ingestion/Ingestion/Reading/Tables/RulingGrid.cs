using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>Lines that touch each other, as a grid of cells; cells with no line between them are one.</summary>
internal sealed class RulingGrid
{
    // Borders of neighbouring cells are drawn beside or over each other, up to this far apart.
    private const float SamePosition = 3;

    private readonly List<Ruling> _horizontal;
    private readonly List<Ruling> _vertical;
    private readonly DisjointSets _cells;

    private RulingGrid(List<Ruling> horizontal, List<Ruling> vertical, List<float> xs, List<float> ys)
    {
        (_horizontal, _vertical, Xs, Ys) = (horizontal, vertical, xs, ys);
        _cells = new(Math.Max(0, Rows * Columns));
        Merge();
    }

    public static RulingGrid? TryBuild(List<Ruling> rulings, int mostCells)
    {
        var horizontal = rulings.FindAll(ruling => ruling.IsHorizontal);
        var vertical = rulings.FindAll(ruling => !ruling.IsHorizontal);
        var xs = Positions(vertical, horizontal);
        var ys = Positions(horizontal, vertical);
        return (long)xs.Count * ys.Count > mostCells ? null : new(horizontal, vertical, xs, ys);
    }

    public List<float> Xs { get; }

    public List<float> Ys { get; }

    public int Columns => Xs.Count - 1;

    public int Rows => Ys.Count - 1;

    public Box Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    /// <summary>The cell a point lies in, as the row and column of its first part; null outside.</summary>
    public (int Row, int Column)? CellAt(float x, float y)
    {
        var column = Index(Xs, x);
        var row = Index(Ys, y);
        if (column < 0 || row < 0)
            return null;
        var root = _cells.Find((row * Columns) + column);
        return (root / Columns, root % Columns);
    }

    private static int Index(List<float> positions, float value)
    {
        for (var i = 0; i + 1 < positions.Count; i++)
        {
            if (value >= positions[i] && value < positions[i + 1])
                return i;
        }

        return -1;
    }

    /// <summary>Groups lines into sets that touch.</summary>
    public static IEnumerable<List<Ruling>> Connected(IReadOnlyList<Ruling> rulings)
    {
        var horizontal = rulings.Where(ruling => ruling.IsHorizontal).ToList();
        var vertical = rulings.Where(ruling => !ruling.IsHorizontal).ToList();
        var groups = new DisjointSets(horizontal.Count + vertical.Count);
        for (var i = 0; i < horizontal.Count; i++)
        {
            for (var j = 0; j < vertical.Count; j++)
            {
                if (Touch(horizontal[i], vertical[j]))
                    groups.Union(i, horizontal.Count + j);
            }
        }

        return horizontal.Concat(vertical)
            .Select((ruling, i) => (ruling, Group: groups.Find(i)))
            .GroupBy(item => item.Group, item => item.ruling)
            .Select(group => group.ToList());
    }

    private static bool Touch(Ruling horizontal, Ruling vertical) =>
        horizontal.Position >= vertical.Start - SamePosition && horizontal.Position <= vertical.End + SamePosition
        && vertical.Position >= horizontal.Start - SamePosition && vertical.Position <= horizontal.End + SamePosition;

    /// <summary>Distinct positions of the lines; where the crossing lines reach further, there is an open side.</summary>
    private static List<float> Positions(List<Ruling> lines, List<Ruling> crossing)
    {
        var positions = new List<float>();
        foreach (var position in lines.Select(line => line.Position).Order())
        {
            if (positions.Count == 0 || position - positions[^1] > SamePosition)
                positions.Add(position);
        }

        if (crossing.Count > 0)
        {
            var start = crossing.Min(line => line.Start);
            var end = crossing.Max(line => line.End);
            if (positions.Count == 0 || positions[0] - start > 2 * SamePosition)
                positions.Insert(0, start);
            if (end - positions[^1] > 2 * SamePosition)
                positions.Add(end);
        }

        return positions;
    }

    private void Merge()
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var x = (Xs[column] + Xs[column + 1]) / 2;
                var y = (Ys[row] + Ys[row + 1]) / 2;
                if (column + 1 < Columns && !Covers(_vertical, Xs[column + 1], y))
                    _cells.Union((row * Columns) + column, (row * Columns) + column + 1);
                if (row + 1 < Rows && !Covers(_horizontal, Ys[row + 1], x))
                    _cells.Union((row * Columns) + column, ((row + 1) * Columns) + column);
            }
        }
    }

    private static bool Covers(List<Ruling> lines, float position, float at)
    {
        foreach (var line in lines)
        {
            if (Math.Abs(line.Position - position) <= SamePosition + 0.5f && line.Start - 1 <= at && line.End + 1 >= at)
                return true;
        }

        return false;
    }
}
