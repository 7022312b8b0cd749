using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>A painted straight line, horizontal or vertical; thin filled rectangles count.</summary>
internal readonly record struct Ruling(Box Box, bool IsHorizontal)
{
    public float Position => IsHorizontal ? (Box.Top + Box.Bottom) / 2 : (Box.Left + Box.Right) / 2;

    public float Start => IsHorizontal ? Box.Left : Box.Top;

    public float End => IsHorizontal ? Box.Right : Box.Bottom;

    public float Length => End - Start;
}
