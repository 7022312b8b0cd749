using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>A document's blocks with the sections they stand in; running lines, which no section has, at the edges of their pages.</summary>
internal static class BlockLines
{
    public static ImmutableArray<BlockLine> Of(ReadDocument document, Outline outline)
    {
        var lines = ImmutableArray.CreateBuilder<BlockLine>();
        var headers = new Queue<Block>(document.Blocks.Where(block => block.Kind == BlockKind.Header));
        var footers = new Queue<Block>(document.Blocks.Where(block => block.Kind == BlockKind.Footer));
        foreach (var section in outline.Sections)
        {
            if (section.Heading is { } heading)
                Add(heading, section, section.Level);
            foreach (var block in section.Blocks)
                Add(block, section, 0);
        }

        Take(footers, int.MaxValue);
        Take(headers, int.MaxValue);
        return lines.ToImmutable();

        void Add(Block block, Section section, int level)
        {
            Take(footers, block.Page - 1);
            Take(headers, block.Page);
            lines.Add(Line(block, section.Path, section.Article, level));
        }

        void Take(Queue<Block> running, int lastPage)
        {
            while (running.TryPeek(out var block) && block.Page <= lastPage)
                lines.Add(Line(running.Dequeue(), [], null, 0));
        }
    }

    private static BlockLine Line(Block block, ImmutableArray<string> path, string? article, int level) => new(
        block.Kind == BlockKind.Paragraph ? "para" : KebabCase.Of(block.Kind.ToString()),
        level,
        block.Text,
        block.Page,
        block.EndPage,
        path,
        article,
        [.. block.Rows.Select(row => row.Cells.Select(cell => block.Text.Substring(cell.Start, cell.Length)).ToImmutableArray())]);
}
