namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>The type a paragraph is set in, to half a point.</summary>
internal readonly record struct TypeFace(float Size, bool Bold, bool Italic)
{
    public static TypeFace Of(Paragraph paragraph) =>
        new((float)Math.Round(paragraph.Size * 2) / 2, paragraph.IsBold, paragraph.Lines.TrueForAll(line => line.IsItalic));
}
