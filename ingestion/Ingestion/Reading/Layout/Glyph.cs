namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>A letter in the reading frame: text runs from left to right, the baseline grows downwards.</summary>
/// <param name="Text">Usually one character; several for a ligature.</param>
/// <param name="Left">Where its advance begins.</param>
/// <param name="Right">Where its advance ends.</param>
/// <param name="Baseline">Distance from the frame's top.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Style">Weight, slant, visibility.</param>
/// <param name="Tag">Level of the heading that a tagged PDF says it belongs to, from 1; -1 for none.</param>
internal readonly record struct Glyph(string Text, float Left, float Right, float Baseline, float Size, TextStyle Style, int Tag)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
