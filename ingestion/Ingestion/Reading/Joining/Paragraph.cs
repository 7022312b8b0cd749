using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Lines that read as one text, perhaps over columns and pages, on the way to a block.</summary>
internal sealed class Paragraph(Region region, Line first) : IFlow
{
    public int Page => First.Page;

    public List<Line> Lines { get; } = [first];

    /// <summary>The column it ends in.</summary>
    public Region Region { get; set; } = region;

    /// <summary>Room between it and the text above it in its column, in points; large at the top of one.</summary>
    public float SpaceBefore { get; init; }

    /// <summary>Depth of the bookmark that points to it, from 1; null when none does.</summary>
    public int? BookmarkLevel { get; set; }

    /// <summary>Level of the heading that a tagged PDF says it is, from 1; 0 or less for none.</summary>
    public int TagLevel => Lines.TrueForAll(line => line.Tag == First.Tag) ? First.Tag : 0;

    /// <summary>It names the table next to it.</summary>
    public bool IsCaption { get; set; }

    public Line First => Lines[0];

    public Line Last => Lines[^1];

    public float Size => Lines.Max(line => line.Size);

    public bool IsBold => Lines.TrueForAll(line => line.IsBold);
}
