using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>A note at the foot of a page.</summary>
/// <param name="Marker">What calls it, without its dot or bracket.</param>
/// <param name="Lines">Its marker included.</param>
internal sealed record Footnote(string Marker, List<Line> Lines);

/// <summary>Takes the notes at the foot of a page out of its text: smaller type below everything else, begun by a marker.</summary>
internal static partial class Footnotes
{
    private const float Smaller = 0.94f;

    public static (List<Footnote> Notes, List<Line> Others) Split(PageContent page, List<Line> segments)
    {
        var body = BodySize(segments);
        var rule = FootRule(page);
        var rows = segments.GroupBy(segment => (int)Math.Round(segment.Baseline)).OrderByDescending(row => row.Key).Select(row => row.ToList()).ToList();
        var taken = new List<List<Line>>();
        var noted = 0;
        foreach (var row in rows)
        {
            if (rule is { } line ? row[0].Baseline < line : row.Exists(segment => segment.Size > Smaller * body))
                break;
            taken.Add(row);
            if (Marker(row[0]) is not null || row.Exists(segment => Marker(segment) is not null))
                noted = taken.Count;
        }

        if (noted == 0 || rule is null && taken.Count > noted)
            return ([], segments);

        var lines = Rows.Of(taken.Take(noted).SelectMany(row => row));
        var notes = new List<Footnote>();
        foreach (var line in lines)
        {
            if (Marker(line) is { } marker)
                notes.Add(new(marker, [line]));
            else if (notes.Count > 0)
                notes[^1].Lines.Add(line);
        }

        var used = taken.Take(noted).SelectMany(row => row).ToHashSet();
        return notes.Count == 0 ? ([], segments) : (notes, segments.FindAll(segment => !used.Contains(segment)));
    }

    private static string? Marker(Line line)
    {
        var match = NoteMarker().Match(line.Words[0].Text);
        return match.Success && line.Words.Count > 1 ? match.Groups["n"].Value : null;
    }

    private static float BodySize(List<Line> segments) => segments.Count == 0
        ? 0
        : segments.GroupBy(segment => (int)Math.Round(segment.Size * 2)).MaxBy(group => group.Sum(segment => segment.Length))?.Max(segment => segment.Size) ?? 0;

    /// <summary>The lowest rule in the lower part of the page that stands alone, not in a table.</summary>
    private static float? FootRule(PageContent page)
    {
        foreach (var ruling in page.Rulings.Where(ruling => ruling.IsHorizontal && ruling.Position > 0.4f * page.Frame.Height && ruling.Length > 30).OrderByDescending(ruling => ruling.Position))
        {
            var below = page.Words.Where(word => word.Baseline > ruling.Position && word.Baseline < ruling.Position + 16).OrderBy(word => word.Left).FirstOrDefault();
            if (below is not null && below.Left - ruling.Start < 20 && NoteMarker().IsMatch(below.Text))
                return ruling.Position;
        }

        return null;
    }

    [GeneratedRegex(@"^[\(\[]?(?<n>\d{1,3}|\*{1,4})[\)\].]?$")]
    private static partial Regex NoteMarker();
}
