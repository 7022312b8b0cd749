using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Words on one baseline that belong together, left to right, in the reading frame.</summary>
internal sealed class Line : IPlaced
{
    public Line(int page, IEnumerable<Word> words)
    {
        Page = page;
        Words = [.. words];
        Left = Words[0].Left;
        Right = Words[^1].Right;
        var letters = 0;
        var bold = 0;
        var italic = 0;
        var widest = -1;
        foreach (var word in Words)
        {
            Right = Math.Max(Right, word.Right);
            if (word.IsNoteCall)
                continue;
            letters += word.Text.Length;
            bold += word.IsBold ? word.Text.Length : 0;
            italic += (word.Style & TextStyle.Italic) != 0 ? word.Text.Length : 0;
            if (word.Text.Length > widest && (widest < 0 || !word.IsGlued))
            {
                widest = word.Text.Length;
                Baseline = word.Baseline;
                Size = word.Size;
            }
        }

        IsBold = bold > 0.9f * letters;
        StartsBold = Words[0].IsBold;
        IsItalic = italic > 0.9f * letters;
        Length = letters;
    }

    public int Page { get; }

    public IReadOnlyList<Word> Words { get; }

    public float Left { get; }

    public float Right { get; }

    public float Baseline { get; }

    public float Size { get; }

    public bool IsBold { get; }

    public bool StartsBold { get; }

    public bool IsItalic { get; }

    /// <summary>A drawn bullet stands before it.</summary>
    public bool HasBullet { get; set; }

    /// <summary>The frame it stands in, numbered on its page from 0; -1 for none.</summary>
    public int Frame { get; set; } = -1;

    /// <summary>Level of the heading that a tagged PDF says it belongs to, from 1; -1 for none.</summary>
    public int Tag => Words.All(word => word.Tag == Words[0].Tag) ? Words[0].Tag : -1;

    /// <summary>Letters, spaces not counted.</summary>
    public int Length { get; }

    public float Top => Baseline - (0.8f * Size);

    public float Bottom => Baseline + (0.22f * Size);

    public float Width => Right - Left;

    public Box Box => new(Left, Top, Right, Bottom);

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>Dots lead to a page number: a line of a table of contents.</summary>
    public bool HasLeader => Words.Any(word => word.Text.Contains("....", StringComparison.Ordinal) || word.Text.Contains("……", StringComparison.Ordinal)
        || word.Text is "." && Words.Count(other => other.Text is ".") > 3);

    public override string ToString() => Text;

    /// <summary>Segments of one row as one line.</summary>
    public static Line Join(IEnumerable<Line> segments)
    {
        var ordered = segments.OrderBy(segment => segment.Left).ToList();
        return ordered.Count == 1 ? ordered[0] : new(ordered[0].Page, ordered.SelectMany(segment => segment.Words));
    }
}
