using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>From blocks in reading order to the document's own outline.</summary>
public sealed class SectionBuilder(IOptions<SectioningOptions> options)
{
    private readonly HeadingFinder _headings = new(options.Value);

    /// <param name="document">As read; its ranks of headings are proposals.</param>
    /// <param name="title">The document's title: printed at the top of the text it is no section.</param>
    public Outline Build(ReadDocument document, string title)
    {
        ImmutableArray<Block> blocks = [.. document.Blocks.Where(block => block.Kind is not (BlockKind.Header or BlockKind.Footer) && block.Text.Length > 0)];
        var contents = ContentsFinder.Find(blocks);
        var drafts = Gather(blocks, contents, title);
        FootnotePlacer.Place(drafts);
        ImmutableArray<Section> sections = [.. drafts.Where(draft => draft.Line is not null || draft.Blocks.Count > 0).Select(draft => draft.Finish())];
        return new(sections, CodeFinder.Find(document, sections, title));
    }

    private List<SectionDraft> Gather(ImmutableArray<Block> blocks, bool[] contents, string title)
    {
        var stack = new OutlineStack();
        SectionDraft? table = null;
        var lines = _headings.Find([.. blocks.Where((_, i) => !contents[i])]);
        var printed = TitleFinder.Find(lines, title);
        var cover = TitleFinder.EndOfCover(lines);
        var front = new SectionDraft(SectionKind.Front, printed < 0 ? null : lines[printed], null);
        List<SectionDraft> drafts = [front];

        // A table of contents stands beside the text: what follows it goes on where the text was.
        for (var i = 0; i < blocks.Length; i++)
        {
            if (!contents[i])
                continue;
            if (i == 0 || !contents[i - 1])
            {
                table = new SectionDraft(SectionKind.Contents, new(blocks[i], true, null), null);
                drafts.Add(table);
            }
            else
            {
                table?.Blocks.Add(blocks[i]);
            }
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (i == printed)
                continue;
            if (lines[i].IsHeading && i > printed && i >= cover)
                drafts.Add(stack.Push(lines[i]));
            else
                (stack.Top ?? front).Blocks.Add(lines[i].Block with { Kind = lines[i].IsHeading ? BlockKind.Paragraph : lines[i].Block.Kind });
        }

        return drafts;
    }
}
