using System.Collections.Immutable;
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

    /// <summary>The roots in reading order; tables of contents are left out.</summary>
    internal static ImmutableArray<SectionNode> Tree(Outline outline)
    {
        var roots = ImmutableArray.CreateBuilder<SectionNode>();
        var open = new Stack<SectionNode>();
        foreach (var section in outline.Sections)
        {
            if (section.Kind == SectionKind.Contents)
                continue;
            while (open.Count > 0 && open.Peek().Section.Level >= section.Level)
                open.Pop();
            var parent = section.Kind == SectionKind.Front ? null : open.FirstOrDefault();
            var node = new SectionNode(section, parent);
            if (parent is null)
                roots.Add(node);
            else
                parent.Children.Add(node);
            if (section.Kind != SectionKind.Front)
                open.Push(node);
        }

        return roots.ToImmutable();
    }
}
