using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Tells headings from text by their type, and ranks them: larger, bolder type stands higher.</summary>
internal sealed class HeadingRanks
{
    private const int LongestHeading = 300;
    private const int FewestBodyLetters = 600;

    private readonly float _bodySize;
    private readonly bool _bodyIsBold;
    private readonly List<TypeFace> _ranks;

    public HeadingRanks(IReadOnlyList<IFlow> flow)
    {
        var paragraphs = flow.OfType<Paragraph>().ToList();
        (_bodySize, _bodyIsBold) = Body(paragraphs, flow);
        _ranks = [.. paragraphs.Where(IsHeading).Select(TypeFace.Of).Distinct().OrderByDescending(face => face.Size).ThenByDescending(face => face.Bold).ThenBy(face => face.Italic)];
    }

    public float BodySize => _bodySize;

    public bool IsHeading(Paragraph paragraph)
    {
        var letters = paragraph.Lines.Sum(line => line.Length);
        if (paragraph.IsCaption || paragraph.Last.HasLeader || letters > LongestHeading || letters < 2 || paragraph.Lines.Count > 4 || !paragraph.Lines.Any(line => line.Words.Any(word => word.Text.Any(char.IsLetter))))
            return false;
        if (paragraph.BookmarkLevel is not null)
            return true;
        if (paragraph.First.HasBullet || Markers.Of(paragraph.First) is { } marker && Markers.IsBullet(marker))
            return false;

        var end = paragraph.Last.Words[^1].Text[^1];
        // Editors let people tag items and whole sentences as headings for the look of it.
        if (paragraph.TagLevel > 0 && end is not ('.' or ';' or ','))
            return true;

        var larger = paragraph.Size > 1.08f * _bodySize;
        var bolder = paragraph.IsBold && !_bodyIsBold && paragraph.Size > 0.97f * _bodySize;
        return (larger && (paragraph.Lines.Count <= 3 || paragraph.IsBold) || bolder) && end is not ('.' or ';' or ',') || larger && paragraph.Size > 1.3f * _bodySize;
    }

    public int RankOf(Paragraph paragraph) => paragraph.TagLevel > 0 ? paragraph.TagLevel : _ranks.IndexOf(TypeFace.Of(paragraph)) + 1;

    /// <summary>The type most of the text is set in: that of paragraphs of several lines, or of tables where there are few.</summary>
    private static (float Size, bool Bold) Body(List<Paragraph> paragraphs, IReadOnlyList<IFlow> flow)
    {
        var lines = paragraphs.Where(paragraph => paragraph.Lines.Count > 1).SelectMany(paragraph => paragraph.Lines).ToList();
        if (lines.Sum(line => line.Length) < FewestBodyLetters)
            lines = [.. paragraphs.SelectMany(paragraph => paragraph.Lines), .. flow.OfType<TableFlow>().SelectMany(table => table.Rows).SelectMany(row => row.Lines)];
        return lines
            .GroupBy(line => (Size: (int)Math.Round(line.Size * 4), line.IsBold), line => line.Length)
            .Select(group => (group.Key, Letters: group.Sum()))
            .OrderByDescending(group => group.Letters)
            .Select(group => (group.Key.Size / 4f, group.Key.IsBold))
            .FirstOrDefault();
    }
}
