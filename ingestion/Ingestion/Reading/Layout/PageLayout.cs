using AgentHelpdesk.Ingestion.Reading.Tables;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>A page with its parts told apart, the text in reading order.</summary>
internal sealed class PageLayout(PageContent content, List<TableGrid> tables, List<Box> frames, List<Line> segments)
{
    public PageContent Content { get; } = content;

    public int Number => Content.Number;

    public List<TableGrid> Tables { get; } = tables;

    /// <summary>What is not in a drawn table.</summary>
    public List<Line> Segments { get; private set; } = segments;

    public List<Line> Header { get; } = [];

    public List<Line> Footer { get; } = [];

    public List<Footnote> Notes { get; private set; } = [];

    public List<Region> Regions { get; private set; } = [];

    /// <summary>Words, tables and frames, nothing in order yet.</summary>
    public static PageLayout Of(PageContent content, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var (tables, frames, rest) = RuledTables.Find(content, content.Words);
        return new(content, tables, frames, LineBuilder.Segments(content.Number, rest));
    }

    public void TakeRunning(IReadOnlySet<Line> header, IReadOnlySet<Line> footer)
    {
        Header.AddRange(header);
        Footer.AddRange(footer);
        Segments = Segments.FindAll(segment => !header.Contains(segment) && !footer.Contains(segment));
    }

    /// <summary>Puts what is left between header and footer into reading order.</summary>
    public void Order(ReadingOrder readingOrder, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        (Notes, var body) = Footnotes.Split(Content, Segments);
        NoteCalls.Mark(Notes, body);
        Regions = readingOrder.Order(Content, [.. body, .. Tables]);
        LineMarks.Apply(Content, frames, Regions);
    }
}
