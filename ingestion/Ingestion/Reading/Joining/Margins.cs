using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Whether a line ran to the right margin, or ended because its paragraph did.</summary>
internal static class Margins
{
    /// <summary>The line ends although the next one's first word would have fitted.</summary>
    public static bool IsShort(Region region, Line line, Line next)
    {
        var first = next.Words[0];
        return line.Right + (0.3f * line.Size) + (first.Right - first.Left) < region.Right;
    }
}
