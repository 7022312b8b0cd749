using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>
/// The page turned so that most of its text runs from left to right: a page displayed on its side is laid out as if it stood
/// upright, while boxes are given as displayed.
/// </summary>
/// <param name="QuarterTurns">How many quarter turns clockwise the text of the displayed page is turned: 0 to 3.</param>
/// <param name="DisplayedWidth">In points.</param>
/// <param name="DisplayedHeight">In points.</param>
internal readonly record struct ReadingFrame(int QuarterTurns, float DisplayedWidth, float DisplayedHeight)
{
    public float Width => QuarterTurns % 2 == 0 ? DisplayedWidth : DisplayedHeight;

    public float Height => QuarterTurns % 2 == 0 ? DisplayedHeight : DisplayedWidth;

    /// <summary>From a displayed point (top left origin) to the frame.</summary>
    public (float X, float Y) FromDisplayed(float x, float y) => QuarterTurns switch
    {
        0 => (x, y),
        1 => (y, DisplayedWidth - x),
        2 => (DisplayedWidth - x, DisplayedHeight - y),
        _ => (DisplayedHeight - y, x),
    };

    public Box FromDisplayed(Box box)
    {
        var (x1, y1) = FromDisplayed(box.Left, box.Top);
        var (x2, y2) = FromDisplayed(box.Right, box.Bottom);
        return new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }

    public Box ToDisplayed(Box box)
    {
        var (x1, y1) = ToDisplayed(box.Left, box.Top);
        var (x2, y2) = ToDisplayed(box.Right, box.Bottom);
        return new(
            Math.Clamp(Math.Min(x1, x2), 0, DisplayedWidth),
            Math.Clamp(Math.Min(y1, y2), 0, DisplayedHeight),
            Math.Clamp(Math.Max(x1, x2), 0, DisplayedWidth),
            Math.Clamp(Math.Max(y1, y2), 0, DisplayedHeight));
    }

    private (float X, float Y) ToDisplayed(float x, float y) => QuarterTurns switch
    {
        0 => (x, y),
        1 => (DisplayedWidth - y, x),
        2 => (DisplayedWidth - x, DisplayedHeight - y),
        _ => (y, DisplayedHeight - x),
    };
}
