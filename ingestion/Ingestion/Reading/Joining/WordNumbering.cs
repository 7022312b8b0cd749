using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Numbers a page's words in reading order and gives the page as it is stored.</summary>
internal static class WordNumbering
{
    public static Page Number(PageContent page, IReadOnlyList<Line> lines)
    {
        var words = ImmutableArray.CreateBuilder<PageWord>(page.Words.Count);
        foreach (var word in lines.SelectMany(line => line.Words))
        {
            word.Index = words.Count;
            words.Add(new(word.Text, page.Frame.ToDisplayed(word.Box)));
        }

        return new() { Number = page.Number, Width = page.Frame.DisplayedWidth, Height = page.Frame.DisplayedHeight, Words = words.ToImmutable() };
    }
}
