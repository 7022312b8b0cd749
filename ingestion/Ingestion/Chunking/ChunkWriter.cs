using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>Writes a chunk from its pieces: the text, its parts and words, and where it stands in the document.</summary>
internal sealed class ChunkWriter(DocumentId document, RevisionId revision, string code, ChunkPrefix prefix)
{
    internal Chunk Write(ReadOnlySpan<Piece> pieces, bool repeatsHeader, int ordinal)
    {
        var section = SectionOf(pieces);
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<ChunkPart>();
        var words = ImmutableArray.CreateBuilder<WordSpan>();
        if (repeatsHeader)
        {
            foreach (var piece in pieces[0].Repeated)
                Append(piece);
        }

        var lineage = section.Lineage.ToHashSet();
        var leading = true;
        foreach (var piece in pieces)
        {
            // The headings that lead to the chunk's own section are its path, not its text.
            leading &= piece.Kind == ChunkPartKind.Heading && lineage.Contains(piece.Node);
            if (!leading || pieces.Length == 1)
                Append(piece);
        }

        var written = text.ToString();
        var front = prefix.Of(section);
        return new()
        {
            Ordinal = ordinal,
            Text = written,
            Prefix = front,
            Parts = parts.ToImmutable(),
            Words = words.ToImmutable(),
            Locator = new()
            {
                Document = document,
                Revision = revision,
                SectionPath = section.Section.Path,
                Article = section.Section.Article,
                Words = WordRanges.Of(words, pieces[0].Page),
            },
            ArticleKeys = SectionKeys.Of(section, code),
            TokenCount = ChunkSize.CountTokens(front + "\n" + written),
        };

        void Append(Piece piece)
        {
            if (text.Length > 0)
                text.Append('\n');
            var start = text.Length;
            text.Append(piece.Text);
            parts.Add(new()
            {
                Kind = piece.Kind,
                Range = new(start, piece.Text.Length),
                Level = piece.Level,
                Group = piece.Group,
                Ordinal = piece.Ordinal,
                GroupCount = piece.Kind is ChunkPartKind.ListItem or ChunkPartKind.TableRow ? piece.GroupCount : 0,
                Cells = [.. piece.Cells.Select(cell => cell with { Start = cell.Start + start })],
            });
            words.AddRange(piece.Words.Select(word => word with { Start = word.Start + start }));
        }
    }

    /// <summary>The deepest section that holds all that the chunk says; a heading with nothing under it counts as said.</summary>
    private static SectionNode SectionOf(ReadOnlySpan<Piece> pieces)
    {
        SectionNode? common = null;
        foreach (var piece in pieces)
        {
            var node = piece.Kind != ChunkPartKind.Heading ? piece.Node
                : piece.Node.Section.Blocks.IsEmpty && piece.Node.Children.Count == 0 ? (piece.Node.IsBarrier ? piece.Node : piece.Node.Parent)
                : null;
            if (node is not null)
                common = common is null ? node : Common(common, node);
        }

        return common ?? pieces[^1].Node;
    }

    private static SectionNode Common(SectionNode one, SectionNode other)
    {
        var lineage = one.Lineage.ToHashSet();
        return other.Lineage.First(lineage.Contains);
    }
}
