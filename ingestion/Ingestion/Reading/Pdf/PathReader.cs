using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>Sorts a page's painted paths into straight lines, filled grounds and bullets.</summary>
internal sealed class PathReader(ReadingFrame frame)
{
    // Rules are drawn up to about 3 pt thick; bullets are squares and dots of 1.5 to 7 pt.
    private const float Thickest = 3.2f;
    private const float LargestBullet = 7;

    // Drawings and maps hold tens of thousands of paths and no table.
    private const int MostPaths = 20_000;

    public List<Ruling> Rulings { get; } = [];

    public List<Box> Fills { get; } = [];

    public List<Box> Bullets { get; } = [];

    public void Read(IReadOnlyList<PdfPath> paths)
    {
        if (paths.Count > MostPaths)
            return;

        // Producers that draw borders paint a whole ring through a clip of one side: the clip just before a fill counts,
        // an older one may have ended (the library does not say).
        Box? clip = null;
        foreach (var path in paths)
        {
            if (path.IsClipping)
            {
                clip = path.GetBoundingRectangle() is { } area ? ToFrame(area) : null;
                continue;
            }

            if (path.IsFilled || path.IsStroked)
                Add(path, clip);
            clip = null;
        }
    }

    private void Add(PdfPath path, Box? clip)
    {
        var inked = path.IsStroked || !IsWhite(path);
        if (clip is { } area && path.IsFilled && path.GetBoundingRectangle() is { } bounds)
        {
            var visible = Intersect(ToFrame(bounds), area);
            if (visible.Width >= 0 && visible.Height >= 0)
            {
                Sort(visible, inked);
                return;
            }
        }

        foreach (var subpath in path)
        {
            if (subpath.GetBoundingRectangle() is not { } rectangle)
                continue;

            var box = ToFrame(rectangle);
            if (path.IsStroked && subpath.Commands.Count > 3 && box.Width > Thickest && box.Height > Thickest)
                AddOutline(subpath, box);
            Sort(box, inked && path.IsFilled);
        }
    }

    private void Sort(Box box, bool inked)
    {
        if (box.Height <= Thickest && box.Width > LargestBullet)
            Rulings.Add(new(box, true));
        else if (box.Width <= Thickest && box.Height > LargestBullet)
            Rulings.Add(new(box, false));
        else if (box.Width <= LargestBullet && box.Height <= LargestBullet)
            Bullets.Add(box);
        else if (inked)
            Fills.Add(box);
    }

    /// <summary>A stroked rectangle gives its four sides.</summary>
    private void AddOutline(PdfSubpath subpath, Box box)
    {
        foreach (var command in subpath.Commands)
        {
            if (command is PdfSubpath.CubicBezierCurve or PdfSubpath.QuadraticBezierCurve)
                return;
        }

        Rulings.Add(new(box with { Bottom = box.Top }, true));
        Rulings.Add(new(box with { Top = box.Bottom }, true));
        Rulings.Add(new(box with { Right = box.Left }, false));
        Rulings.Add(new(box with { Left = box.Right }, false));
    }

    private static bool IsWhite(PdfPath path)
    {
        if (path.FillColor is null)
            return false;

        var (red, green, blue) = path.FillColor.ToRGBValues();
        return red > 0.985 && green > 0.985 && blue > 0.985;
    }

    private Box ToFrame(PdfRectangle rectangle)
    {
        var left = (float)Math.Min(Math.Min(rectangle.TopLeft.X, rectangle.TopRight.X), rectangle.BottomLeft.X);
        var right = (float)Math.Max(Math.Max(rectangle.TopRight.X, rectangle.BottomRight.X), rectangle.BottomLeft.X);
        var top = frame.DisplayedHeight - (float)Math.Max(Math.Max(rectangle.TopLeft.Y, rectangle.TopRight.Y), rectangle.BottomLeft.Y);
        var bottom = frame.DisplayedHeight - (float)Math.Min(Math.Min(rectangle.BottomLeft.Y, rectangle.BottomRight.Y), rectangle.TopLeft.Y);
        return frame.FromDisplayed(new Box(left, top, right, bottom));
    }

    private static Box Intersect(Box a, Box b) => new(
        Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
}
