using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>From a document's pages to blocks in reading order.</summary>
internal static class BlockBuilder
{
    public static (ImmutableArray<Block> Blocks, ImmutableArray<Page> Pages) Build(
        IReadOnlyList<PageContent> contents, IReadOnlyList<Bookmark> bookmarks, CancellationToken ct)
    {
        var pages = contents.Select(content => PageLayout.Of(content, ct)).ToList();
        RunningLines.Split(pages);
        var order = new ReadingOrder(new(KnownColumns.Of(pages, ct)));
        pages.ForEach(page => page.Order(order, ct));
        var hyphenation = new Hyphenation();
        hyphenation.Learn(pages.SelectMany(page => page.Regions).SelectMany(region => region.Items).OfType<Line>());

        var numbered = pages.Select(WordNumbering.Number).ToImmutableArray();
        var flow = ParagraphJoiner.Join([.. pages.SelectMany(page => page.Regions)]);
        Bookmarks.Match(flow, bookmarks);
        var ranks = new HeadingRanks(flow);
        Captions.Mark(flow, ranks);
        flow = ListFinder.Join(flow, ranks);

        var writer = new BlockWriter(pages.ToDictionary(page => page.Number, page => page.Content.Frame), hyphenation, ranks);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var next = 0;
        foreach (var page in pages)
        {
            blocks.AddRange(Rows.Of(page.Header).Select(line => writer.Write(BlockKind.Header, [line])));
            for (; next < flow.Count && flow[next].Page == page.Number; next++)
                blocks.Add(writer.Write(flow[next]));
            blocks.AddRange(page.Notes.Select(note => writer.Write(BlockKind.Note, note.Lines)));
            blocks.AddRange(Rows.Of(page.Footer).Select(line => writer.Write(BlockKind.Footer, [line])));
        }

        return (blocks.ToImmutable(), numbered);
    }
}
