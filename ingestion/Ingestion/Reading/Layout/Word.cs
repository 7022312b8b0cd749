using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Letters set without space between them, in the reading frame.</summary>
internal sealed class Word
{
    // Latin type reaches about this far above and below its baseline, in parts of its size; glyph outlines would
    // give boxes that jump from word to word, and cost a third of the reading time.
    private const float Ascent = 0.8f;
    private const float Descent = 0.22f;

    public required string Text { get; init; }

    public required float Left { get; init; }

    public required float Right { get; init; }

    public required float Baseline { get; init; }

    public required float Size { get; init; }

    public required TextStyle Style { get; init; }

    /// <summary>Level of the heading that a tagged PDF says it belongs to, from 1; -1 for none.</summary>
    public int Tag { get; init; } = -1;

    /// <summary>Set against the word before it without space: a raised "er", a footnote's number.</summary>
    public bool IsGlued { get; set; }

    /// <summary>A number that calls a footnote: on the page, not in the text.</summary>
    public bool IsNoteCall { get; set; }

    /// <summary>Position in the page's words once the reading order is known.</summary>
    public int Index { get; set; } = -1;

    public float Top => Baseline - (Ascent * Size);

    public float Bottom => Baseline + (Descent * Size);

    public float Middle => (Left + Right) / 2;

    public Box Box => new(Left, Top, Right, Bottom);

    public bool IsBold => (Style & TextStyle.Bold) != 0;

    /// <summary>Some of its letters as a word of their own.</summary>
    public Word Part(string text, float left, float right, bool isNoteCall = false) => new()
    {
        Text = text,
        Left = left,
        Right = right,
        Baseline = Baseline,
        Size = Size,
        Style = Style,
        Tag = Tag,
        IsGlued = isNoteCall || IsGlued,
        IsNoteCall = isNoteCall,
    };

    public override string ToString() => Text;
}
