using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>One of the outermost rows of a page, which may be a running header or footer.</summary>
internal sealed partial class EdgeRow
{
    private const float EdgeShare = 0.16f;
    private const float SameRow = 2.5f;
    private const int MostRows = 6;

    private EdgeRow(int page, List<Line> segments, List<Line>? next)
    {
        Page = page;
        Segments = segments;
        Size = segments.Max(segment => segment.Size);
        Gap = next is null ? float.MaxValue : Math.Abs(next[0].Baseline - segments[0].Baseline);
        IsTableRow = next is not null && segments.Count >= 2 && Gap < 2.3f * Size && segments.Count(segment => next.Exists(other => IsAligned(segment, other))) >= 2;
        Keys = [.. segments.SelectMany(segment => KeysOf(segment.Text.Trim(), page))];
    }

    public int Page { get; }

    public List<Line> Segments { get; }

    public float Baseline => Segments[0].Baseline;

    public float Size { get; }

    /// <summary>Distance to the next row towards the text.</summary>
    public float Gap { get; }

    /// <summary>The next row stands in the same columns: the repeated header of a table that goes on.</summary>
    public bool IsTableRow { get; }

    /// <summary>What it says, also with a number that counts the pages replaced by its distance from the page's own.</summary>
    public HashSet<string> Keys { get; }

    public bool IsPageNumber => Segments.TrueForAll(segment => PageNumber().IsMatch(segment.Text));

    /// <summary>The rows of a page from its edge inwards, as far as a header or footer can reach.</summary>
    public static List<EdgeRow> Of(PageLayout page, bool atTop)
    {
        var height = page.Content.Frame.Height;
        var limit = atTop ? page.Tables.Select(table => table.Top).Append(height).Min() : page.Tables.Select(table => table.Bottom).Append(0).Max();
        var rows = new List<List<Line>>();
        foreach (var segment in page.Segments.OrderBy(segment => atTop ? segment.Baseline : -segment.Baseline))
        {
            if (rows.Count > 0 && Math.Abs(segment.Baseline - rows[^1][0].Baseline) <= SameRow)
                rows[^1].Add(segment);
            else if (rows.Count <= MostRows)
                rows.Add([segment]);
        }

        var edge = new List<EdgeRow>();
        for (var i = 0; i < rows.Count && i < MostRows; i++)
        {
            var baseline = rows[i][0].Baseline;
            if ((atTop ? baseline : height - baseline) > EdgeShare * height || (atTop ? baseline > limit : baseline < limit))
                break;
            edge.Add(new(page.Number, rows[i], i + 1 < rows.Count ? rows[i + 1] : null));
        }

        return edge;
    }

    private static bool IsAligned(Line a, Line b) => Math.Abs(a.Left - b.Left) < 1.5f || Math.Abs(a.Right - b.Right) < 1.5f;

    private static IEnumerable<string> KeysOf(string text, int page)
    {
        yield return text;
        foreach (Match number in Number().Matches(text))
        {
            if (int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                yield return string.Create(CultureInfo.InvariantCulture, $"{text[..number.Index]}<{value - page}>{text[(number.Index + number.Length)..]}");
        }
    }

    [GeneratedRegex(@"\d{1,4}")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(page|p\.)?\s*[-–—]?\s*\d{1,4}\s*(([/–—-]|sur|de|of)\s*\d{1,4})?\s*[-–—]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
