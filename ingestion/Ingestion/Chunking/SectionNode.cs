using AgentHelpdesk.Ingestion.Sectioning;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>A section with its place in the tree that the outline's levels describe.</summary>
internal sealed class SectionNode(Section section, SectionNode? parent)
{
    internal Section Section { get; } = section;
    internal SectionNode? Parent { get; } = parent;
    internal List<SectionNode> Children { get; } = [];

    internal bool IsInArticle => Section.Kind == SectionKind.Article || Parent is { IsInArticle: true };

    /// <summary>No chunk goes over the beginning of this section: an article, or a part that has a number of its own outside articles.</summary>
    internal bool IsBarrier => Section.Kind switch
    {
        SectionKind.Article or SectionKind.Annex or SectionKind.Division => true,
        SectionKind.Numbered => Parent is not { IsInArticle: true },
        _ => false,
    };

    internal bool HoldsArticle => Children.Exists(child => child.Section.Kind == SectionKind.Article || child.HoldsArticle);

    internal IEnumerable<SectionNode> Lineage
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
                yield return node;
        }
    }

    /// <summary>The whole document: its front text and, below, its sections in reading order; tables of contents are left out.</summary>
    internal static SectionNode Tree(Outline outline)
    {
        var root = new SectionNode(outline.Sections.FirstOrDefault(section => section.Kind == SectionKind.Front) ?? s_emptyFront, null);
        var open = new Stack<SectionNode>([root]);
        foreach (var section in outline.Sections.Where(section => section.Kind is not (SectionKind.Front or SectionKind.Contents)))
        {
            while (open.Count > 1 && open.Peek().Section.Level >= section.Level)
                open.Pop();
            var node = new SectionNode(section, open.Peek());
            open.Peek().Children.Add(node);
            open.Push(node);
        }

        return root;
    }

    private static readonly Section s_emptyFront = new() { Kind = SectionKind.Front, Level = 0, Path = [], Blocks = [] };
}
