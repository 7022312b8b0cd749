using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Notes on each line whether a frame surrounds it and whether a drawn bullet stands before it.</summary>
internal static class LineMarks
{
    public static void Apply(PageContent page, IReadOnlyList<Box> drawnFrames, IReadOnlyList<Region> regions)
    {
        var frames = Frames(page, drawnFrames);
        foreach (var line in regions.SelectMany(region => region.Items).OfType<Line>())
        {
            line.Frame = frames.FindIndex(frame => Contains(frame, line));
            line.HasBullet = page.Bullets.Any(bullet => IsBefore(bullet, line));
        }
    }

    private static List<Box> Frames(PageContent page, IReadOnlyList<Box> drawn)
    {
        var frames = new List<Box>();
        foreach (var box in drawn.Concat(page.Fills).OrderByDescending(box => box.Width * box.Height))
        {
            if (box.Width > 60 && box.Height > 11 && box.Height < 0.75f * page.Frame.Height && !frames.Exists(frame => IsInside(box, frame)))
                frames.Add(box);
        }

        return frames;
    }

    private static bool IsInside(Box inner, Box outer) =>
        inner.Left >= outer.Left - 2 && inner.Right <= outer.Right + 2 && inner.Top >= outer.Top - 2 && inner.Bottom <= outer.Bottom + 2;

    private static bool Contains(Box frame, Line line)
    {
        var middle = (line.Top + line.Bottom) / 2;
        return middle > frame.Top && middle < frame.Bottom && line.Left > frame.Left - 2 && line.Right < frame.Right + 4;
    }

    private static bool IsBefore(Box bullet, Line line)
    {
        var middle = (bullet.Top + bullet.Bottom) / 2;
        return bullet.Right <= line.Left + 1 && line.Left - bullet.Right < 2.2f * line.Size
            && middle < line.Baseline && middle > line.Baseline - (0.8f * line.Size);
    }
}
