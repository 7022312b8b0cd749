namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>A stretch of one column of one page: lines and tables from top to bottom between the same margins.</summary>
internal sealed record Region(int Page, float Left, float Right, IReadOnlyList<IPlaced> Items)
{
    /// <summary>Number of columns that stand side by side here.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Width of the page as read, in points.</summary>
    public float PageWidth { get; init; }
}
