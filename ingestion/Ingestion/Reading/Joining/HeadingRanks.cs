namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Tells headings from text by their type, and ranks them: larger, bolder type stands higher.</summary>
internal sealed class HeadingRanks
{
    private const int LongestHeading = 300;

    private readonly float _bodySize;
    private readonly bool _bodyIsBold;
    private readonly List<TypeFace> _ranks;

    public HeadingRanks(IReadOnlyList<Paragraph> paragraphs)
    {
        var sizes = new Dictionary<(int Size, bool Bold), int>();
        foreach (var line in paragraphs.SelectMany(paragraph => paragraph.Lines))
        {
            var key = ((int)Math.Round(line.Size * 4), line.IsBold);
            sizes[key] = sizes.GetValueOrDefault(key) + line.Length;
        }

        if (sizes.Count > 0)
        {
            var body = sizes.MaxBy(size => size.Value).Key;
            (_bodySize, _bodyIsBold) = (body.Size / 4f, body.Bold);
        }

        _ranks = [.. paragraphs.Where(IsHeading).Select(TypeFace.Of).Distinct().OrderByDescending(face => face.Size).ThenByDescending(face => face.Bold).ThenBy(face => face.Italic)];
    }

    public float BodySize => _bodySize;

    public bool IsHeading(Paragraph paragraph)
    {
        var letters = paragraph.Lines.Sum(line => line.Length);
        if (paragraph.IsCaption || letters > LongestHeading || letters < 2 || paragraph.Lines.Count > 4 || !paragraph.Lines.Any(line => line.Words.Any(word => word.Text.Any(char.IsLetter))))
            return false;
        if (paragraph.First.HasBullet || Markers.Of(paragraph.First) is { } marker && Markers.IsBullet(marker))
            return false;

        var end = paragraph.Last.Words[^1].Text[^1];
        var larger = paragraph.Size > 1.08f * _bodySize;
        var bolder = paragraph.IsBold && !_bodyIsBold && paragraph.Size > 0.97f * _bodySize;
        return (larger && (paragraph.Lines.Count <= 3 || paragraph.IsBold) || bolder) && end is not ('.' or ';' or ',') || larger && paragraph.Size > 1.3f * _bodySize;
    }

    public int RankOf(Paragraph paragraph) => _ranks.IndexOf(TypeFace.Of(paragraph)) + 1;
}
