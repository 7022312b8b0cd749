using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>
/// Lays the outline out as runs of pieces that chunks may be cut from without looking further: an article with its parts, a numbered
/// section with its plain subsections, or a small section with everything under it.
/// </summary>
internal sealed class Regions(PieceCutter cutter, int wholeTokens)
{
    private readonly List<ImmutableArray<Piece>> _regions = [];
    private readonly List<Piece> _open = [];

    internal static IEnumerable<ImmutableArray<Piece>> Of(Outline outline, PieceCutter cutter, int wholeTokens)
    {
        var regions = new Regions(cutter, wholeTokens);
        regions.Lay(SectionNode.Tree(outline));
        regions.Close();
        return regions._regions;
    }

    private void Lay(SectionNode node)
    {
        if (node.IsBarrier)
            Close();
        var own = Own(node).ToList();
        if (node.Section.Kind != SectionKind.Article && node.Children.Count > 0 && !node.HoldsArticle && TryLayWhole(node, own))
            return;

        _open.AddRange(own);
        foreach (var child in node.Children)
            Lay(child);
        if (node.IsBarrier)
            Close();
    }

    // The barriers under a small section are let go: "small sections are joined under their parent".
    private bool TryLayWhole(SectionNode node, List<Piece> own)
    {
        if (!Below(node).Any(child => child.IsBarrier))
            return false;
        var size = own.Sum(piece => piece.Tokens);
        var pieces = own;
        foreach (var child in Below(node))
        {
            if (size > wholeTokens)
                return false;
            var more = Own(child).ToList();
            size += more.Sum(piece => piece.Tokens);
            pieces = [.. pieces, .. more];
        }

        if (size > wholeTokens)
            return false;
        Close();
        _open.AddRange(pieces);
        Close();
        return true;
    }

    private static IEnumerable<SectionNode> Below(SectionNode node) => node.Children.SelectMany(child => Below(child).Prepend(child));

    private IEnumerable<Piece> Own(SectionNode node)
    {
        if (node.Section is { Heading: { } heading, Kind: not SectionKind.Front })
            yield return cutter.Heading(node, heading);
        foreach (var piece in cutter.Cut(node))
            yield return piece;
    }

    // Headings alone say nothing that the paths below do not; an article without text ("abrogé") does.
    private void Close()
    {
        while (_open.Count > 0 && _open[^1] is { Kind: ChunkPartKind.Heading } last && !IsAll(last.Node))
            _open.RemoveAt(_open.Count - 1);
        if (_open.Count > 0)
            _regions.Add([.. _open]);
        _open.Clear();
    }

    private static bool IsAll(SectionNode node) => node.Section.Blocks.IsEmpty && node.Children.Count == 0;
}
