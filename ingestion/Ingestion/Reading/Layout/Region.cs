using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>A stretch of one column of one page: lines from top to bottom between the same margins.</summary>
internal sealed record Region(int Page, float Left, float Right, IReadOnlyList<Line> Lines)
{
    /// <summary>Number of columns that stand side by side here.</summary>
    public int Columns { get; init; } = 1;

    public Box Box => new(Left, Lines[0].Top, Right, Lines[^1].Bottom);
}
