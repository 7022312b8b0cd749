using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>From a document's pages to blocks in reading order.</summary>
internal static class BlockBuilder
{
    public static (ImmutableArray<Block> Blocks, ImmutableArray<Knowledge.Documents.Page> Pages) Build(IReadOnlyList<PageContent> pages)
    {
        var segments = pages.Select(page => (page, LineBuilder.Segments(page.Number, page.Words))).ToList();
        var parts = RunningLines.Split(segments);
        var regions = parts.Select(part => ReadingOrder.Order(part.Page, part.Body)).ToList();
        var hyphenation = new Hyphenation();
        hyphenation.Learn(regions.SelectMany(page => page).SelectMany(region => region.Lines));

        var numbered = new List<Knowledge.Documents.Page>();
        for (var i = 0; i < pages.Count; i++)
        {
            numbered.Add(WordNumbering.Number(pages[i], [
                .. Rows.Of(parts[i].Header), .. regions[i].SelectMany(region => region.Lines), .. Rows.Of(parts[i].Footer)]));
        }

        var paragraphs = ParagraphJoiner.Join(regions.SelectMany(page => page));
        var ranks = new HeadingRanks(paragraphs);
        var frames = pages.ToDictionary(page => page.Number, page => page.Frame);
        var blocks = new BlockSequence(frames, hyphenation);
        var next = 0;
        foreach (var part in parts)
        {
            blocks.AddRunning(BlockKind.Header, part.Header);
            for (; next < paragraphs.Count && paragraphs[next].First.Page == part.Page; next++)
                blocks.Add(paragraphs[next], ranks);
            blocks.AddRunning(BlockKind.Footer, part.Footer);
        }

        return (blocks.ToImmutable(), [.. numbered]);
    }
}
