using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Ingestion.Reading.Tables;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Numbers a page's words in reading order and gives the page as it is stored.</summary>
internal static class WordNumbering
{
    public static Page Number(PageLayout page)
    {
        var frame = page.Content.Frame;
        var words = ImmutableArray.CreateBuilder<PageWord>(page.Content.Words.Count);
        foreach (var word in Lines(page).SelectMany(line => line.Words))
        {
            word.Index = words.Count;
            words.Add(new(word.Text, frame.ToDisplayed(word.Box)));
        }

        return new() { Number = page.Number, Width = frame.DisplayedWidth, Height = frame.DisplayedHeight, Words = words.ToImmutable() };
    }

    private static IEnumerable<Line> Lines(PageLayout page)
    {
        foreach (var line in Rows.Of(page.Header))
            yield return line;
        foreach (var item in page.Regions.SelectMany(region => region.Items))
        {
            if (item is Line line)
                yield return line;
            else if (item is TableGrid table)
            {
                foreach (var inside in table.Lines)
                    yield return inside;
            }
        }

        foreach (var line in page.Notes.SelectMany(note => note.Lines))
            yield return line;
        foreach (var line in Rows.Of(page.Footer))
            yield return line;
    }
}
