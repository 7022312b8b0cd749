using AgentHelpdesk.Ingestion.Reading.Layout;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>Takes a page's letters from the PDF library into the reading frame: visible ones on the page, once.</summary>
internal static class LetterReader
{
    // Ligatures that fonts map to one character; the analyser and the reader's search box expect letters.
    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['\uFB00'] = "ff",
        ['\uFB01'] = "fi",
        ['\uFB02'] = "fl",
        ['\uFB03'] = "ffi",
        ['\uFB04'] = "ffl",
        ['\uFB05'] = "st",
        ['\uFB06'] = "st",
    };

    /// <summary>How the text of the displayed page is turned, by the majority of its letters.</summary>
    public static ReadingFrame FrameOf(IReadOnlyList<Letter> letters, double width, double height)
    {
        Span<int> votes = stackalloc int[4];
        foreach (var letter in letters)
        {
            if (QuarterTurns(letter) is { } turns)
                votes[turns]++;
        }

        var most = 0;
        for (var i = 1; i < 4; i++)
        {
            if (votes[i] > votes[most])
                most = i;
        }

        return new(most, (float)width, (float)height);
    }

    /// <param name="letters">As drawn.</param>
    /// <param name="frame">The frame to read in; letters turned otherwise are left out.</param>
    /// <param name="tagOf">The heading level a tagged PDF gives a letter.</param>
    /// <param name="unmapped">How many letters have no meaning in Unicode.</param>
    public static List<Glyph> Read(IReadOnlyList<Letter> letters, ReadingFrame frame, Func<Letter, int>? tagOf, out int unmapped)
    {
        var glyphs = new List<Glyph>(letters.Count);
        unmapped = 0;
        foreach (var letter in letters)
        {
            if (string.IsNullOrEmpty(letter.Value) || QuarterTurns(letter) != frame.QuarterTurns)
                continue;

            var (left, baseline) = frame.FromDisplayed((float)letter.StartBaseLine.X, frame.DisplayedHeight - (float)letter.StartBaseLine.Y);
            var (right, _) = frame.FromDisplayed((float)letter.EndBaseLine.X, frame.DisplayedHeight - (float)letter.EndBaseLine.Y);
            var size = SizeOf(letter, right - left);
            if (!float.IsFinite(left) || !float.IsFinite(right) || !float.IsFinite(baseline) || !float.IsFinite(size) || IsOff(left, right, baseline, size, frame))
                continue;

            var text = Clean(letter.Value, ref unmapped);
            if (text.Length > 0)
                glyphs.Add(new(text, left, right, baseline, size, StyleOf(letter), tagOf?.Invoke(letter) ?? -1));
        }

        return glyphs;
    }

    private static bool IsOff(float left, float right, float baseline, float size, ReadingFrame frame)
    {
        var middle = (left + right) / 2;
        return middle < 0 || middle > frame.Width || baseline < 0 || baseline - (0.6f * size) > frame.Height;
    }

    private static float SizeOf(Letter letter, float width)
    {
        var size = (float)Math.Abs(letter.PointSize);
        if (size < 0.5f)
            size = Math.Max((float)letter.GlyphRectangleLoose.Height, width);
        return Math.Clamp(size, 0.5f, 400);
    }

    private static int? QuarterTurns(Letter letter) => letter.TextOrientation switch
    {
        TextOrientation.Horizontal => 0,
        TextOrientation.Rotate90 => 1,
        TextOrientation.Rotate180 => 2,
        TextOrientation.Rotate270 => 3,
        _ => null,
    };

    private static string Clean(string value, ref int unmapped)
    {
        if (value.Length == 1)
        {
            var character = value[0];
            if (character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (< ' ' and not '\t'))
            {
                unmapped++;
                return character is >= '\uE000' and <= '\uF8FF' ? value : "";
            }

            return Ligatures.TryGetValue(character, out var letters) ? letters : value;
        }

        var cleaned = value;
        foreach (var character in value)
        {
            if (Ligatures.TryGetValue(character, out var letters))
                cleaned = cleaned.Replace(character.ToString(), letters, StringComparison.Ordinal);
            else if (char.IsControl(character))
                cleaned = cleaned.Replace(character.ToString(), "", StringComparison.Ordinal);
        }

        return cleaned;
    }

    private static TextStyle StyleOf(Letter letter)
    {
        var style = TextStyle.Regular;
        var font = letter.FontDetails;
        if (font.IsBold || font.Weight >= 600)
            style |= TextStyle.Bold;
        if (font.IsItalic)
            style |= TextStyle.Italic;
        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
            style |= TextStyle.Hidden;
        return style;
    }
}
