namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>Items that fall into groups as pairs of them are found to belong together.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (_parent[item] != item)
        {
            _parent[item] = _parent[_parent[item]];
            item = _parent[item];
        }

        return item;
    }

    /// <summary>The smallest item stands for its group: in a grid, the cell at the top left.</summary>
    public void Union(int a, int b)
    {
        var (x, y) = (Find(a), Find(b));
        _parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
