using System.Text;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Groups letters into words by where they stand, whatever the order they were drawn in.</summary>
internal static class WordBuilder
{
    // Word spaces are 0.2 to 0.35 em in common type and shrink to about 0.15 em in tightly justified lines; kerning moves
    // letters by less than 0.1 em. A printed blank needs less: it says itself that there is a space.
    private const float SpaceWithoutBlank = 0.13f;
    private const float SpaceWithBlank = 0.04f;

    // Letters of one line share their baseline to within rounding; a superscript is raised by a quarter of the size.
    private const float SameBaseline = 0.08f;

    public static List<Word> Build(List<Glyph> glyphs)
    {
        var words = new List<Word>(glyphs.Count / 5);
        glyphs.Sort(static (a, b) => a.Baseline.CompareTo(b.Baseline));
        for (var start = 0; start < glyphs.Count;)
        {
            var end = start + 1;
            while (end < glyphs.Count && glyphs[end].Baseline - glyphs[end - 1].Baseline <= SameBaseline * Math.Max(1, glyphs[start].Size)
                && glyphs[end].Baseline - glyphs[start].Baseline <= 2 * SameBaseline * glyphs[start].Size)
            {
                end++;
            }

            var row = glyphs.GetRange(start, end - start);
            row.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            AddWords(Distinct(row), words);
            start = end;
        }

        return words;
    }

    /// <summary>Without the letters printed a second time, a hair's breadth beside the first, to look bold.</summary>
    private static List<Glyph> Distinct(List<Glyph> row)
    {
        var distinct = new List<Glyph>(row.Count);
        foreach (var glyph in row)
        {
            var repeated = false;
            for (var i = distinct.Count - 1; i >= 0 && i >= distinct.Count - 4 && !repeated; i--)
            {
                repeated = distinct[i].Text == glyph.Text && Math.Abs(distinct[i].Left - glyph.Left) < 0.12f * glyph.Size
                    && Math.Abs(distinct[i].Size - glyph.Size) < 0.5f && !glyph.IsBlank
                    && glyph.Right - glyph.Left > 0.15f * glyph.Size;
            }

            if (!repeated)
                distinct.Add(glyph);
        }

        return distinct;
    }

    private static void AddWords(List<Glyph> row, List<Word> words)
    {
        var tracking = Tracking(row);
        var text = new StringBuilder();
        var first = -1;
        var last = -1;
        var blank = false;
        var glued = false;
        for (var i = 0; i < row.Count; i++)
        {
            var glyph = row[i];
            if (glyph.IsBlank)
            {
                blank = true;
                continue;
            }

            if (last >= 0)
            {
                var breaks = Breaks(row[last], glyph, blank, tracking);
                if (breaks || IsAppended(row[last], glyph))
                {
                    words.Add(Word(row, first, last, text, glued));
                    glued = !breaks;
                    first = -1;
                }
            }

            if (first < 0)
                first = i;
            last = i;
            blank = false;
            text.Append(glyph.Text);
        }

        if (first >= 0)
            words.Add(Word(row, first, last, text, glued));
    }

    private static bool Breaks(Glyph before, Glyph after, bool blank, float tracking)
    {
        var size = Math.Max(before.Size, after.Size);
        var gap = (after.Left - before.Right) / size;
        return blank
            ? gap - Math.Max(0, tracking) > SpaceWithBlank || tracking < 0.05f && gap > -0.3f
            : gap - Math.Max(0, tracking) > SpaceWithoutBlank || gap < -1.5f;
    }

    /// <summary>A figure in other type right behind a word: the number of a note set without raising it.</summary>
    private static bool IsAppended(Glyph before, Glyph after) =>
        char.IsAsciiDigit(after.Text[0])
        && ((before.Style & TextStyle.Bold) != (after.Style & TextStyle.Bold) || after.Size < 0.88f * before.Size);

    /// <summary>The extra space between all letters of a line (letter-spaced headings), in em; 0 when it is set normally.</summary>
    private static float Tracking(List<Glyph> row)
    {
        if (row.Count < 6)
            return 0;

        var gaps = new List<float>(row.Count);
        Glyph? last = null;
        foreach (var glyph in row)
        {
            if (glyph.IsBlank)
                continue;
            if (last is { } before && glyph.Left - before.Right < 2 * glyph.Size)
                gaps.Add((glyph.Left - before.Right) / glyph.Size);
            last = glyph;
        }

        if (gaps.Count < 5)
            return 0;

        gaps.Sort();
        var median = gaps[gaps.Count / 2];
        return median > 0.05f ? median : 0;
    }

    private static Word Word(List<Glyph> row, int first, int last, StringBuilder text, bool glued)
    {
        var size = row[first].Size;
        var style = row[first].Style;
        for (var i = first; i <= last; i++)
        {
            size = Math.Max(size, row[i].Size);
            if (!row[i].IsBlank)
                style &= row[i].Style;
        }

        var word = new Word
        {
            Text = text.ToString(),
            Left = row[first].Left,
            Right = row[last].Right,
            Baseline = row[first].Baseline,
            Size = size,
            Style = style,
            Tag = row[first].Tag,
            IsGlued = glued,
        };
        text.Clear();
        return word;
    }
}
