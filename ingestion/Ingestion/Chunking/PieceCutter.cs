using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>Cuts blocks into pieces none of which is larger than a chunk may be.</summary>
internal sealed class PieceCutter(Func<SectionNode, int> maxTokens)
{
    // A header that takes more than a third of each chunk costs more than it explains.
    private const int RepeatedShare = 3;

    private int _group;

    internal Piece Heading(SectionNode node, Block heading) =>
        Whole(node, heading, ChunkPartKind.Heading, new(0, heading.Text.Length), _group++) with { Level = node.Section.Level };

    internal IEnumerable<Piece> Cut(SectionNode node)
    {
        Piece? caption = null;
        foreach (var block in node.Section.Blocks)
        {
            var group = _group++;
            var pieces = block.Kind switch
            {
                BlockKind.List when block.Items.Length > 0 => Items(node, block, group),
                BlockKind.Table when block.Rows.Length > 0 => Rows(node, block, group, caption),
                BlockKind.Note => Cuts(Whole(node, block, ChunkPartKind.Note, new(0, block.Text.Length), group)),
                BlockKind.Caption => Cuts(Whole(node, block, ChunkPartKind.Caption, new(0, block.Text.Length), group)),
                _ => Cuts(Whole(node, block, ChunkPartKind.Paragraph, new(0, block.Text.Length), group)),
            };
            caption = null;
            foreach (var piece in pieces)
            {
                yield return piece;
                caption = piece.Kind == ChunkPartKind.Caption ? piece : null;
            }
        }
    }

    private IEnumerable<Piece> Items(SectionNode node, Block block, int group)
    {
        for (var i = 0; i < block.Items.Length; i++)
        {
            var item = block.Items[i];
            var piece = Whole(node, block, ChunkPartKind.ListItem, item.Range, group) with { Level = item.Level, Ordinal = i + 1, GroupCount = block.Items.Length };
            foreach (var cut in Cuts(piece))
                yield return cut;
        }
    }

    private IEnumerable<Piece> Rows(SectionNode node, Block block, int group, Piece? caption)
    {
        var count = block.Rows.Length - block.HeaderRows;
        List<Piece> repeated = caption is null ? [] : [WithoutWords(caption)];
        for (var i = 0; i < block.Rows.Length; i++)
        {
            var row = block.Rows[i];
            var isHeader = i < block.HeaderRows;
            var piece = Whole(node, block, isHeader ? ChunkPartKind.TableHeader : ChunkPartKind.TableRow, row.Range, group) with
            {
                Page = row.Page,
                Ordinal = isHeader ? 0 : i - block.HeaderRows + 1,
                GroupCount = count,
                Cells = [.. row.Cells.Select(cell => cell with { Start = cell.Start - row.Range.Start })],
            };
            if (isHeader)
            {
                repeated.Add(WithoutWords(piece));
                yield return piece;
                continue;
            }

            ImmutableArray<Piece> header = repeated.Sum(part => part.Tokens) * RepeatedShare <= maxTokens(node) ? [.. repeated] : [];
            foreach (var cut in Cuts(piece with { Repeated = header }, maxTokens(node) - header.Sum(part => part.Tokens)))
                yield return cut;
        }
    }

    private static Piece WithoutWords(Piece piece) => piece with { Words = [] };

    private static Piece Whole(SectionNode node, Block block, ChunkPartKind kind, TextRange range, int group)
    {
        var text = block.Text.Substring(range.Start, range.Length);
        ImmutableArray<WordSpan> words = [.. block.Words.Clip(range.Start, range.End)];
        return new()
        {
            Kind = kind,
            Node = node,
            Text = text,
            Words = words,
            Page = words.Length > 0 ? words[0].Page : block.Page,
            Group = group,
            Tokens = ChunkSize.CountTokens(text),
        };
    }

    private IEnumerable<Piece> Cuts(Piece piece) => Cuts(piece, maxTokens(piece.Node));

    private static IEnumerable<Piece> Cuts(Piece piece, int limit)
    {
        if (piece.Tokens <= limit)
            return [piece];
        return LongTextCutter.Split(piece.Text, limit).Select(range =>
        {
            var text = piece.Text.Substring(range.Start, range.Length);
            return piece with
            {
                Text = text,
                Words = [.. piece.Words.Clip(range.Start, range.End)],
                Tokens = ChunkSize.CountTokens(text),
                Cells = [.. piece.Cells.Select(cell => Within(cell, range))],
            };
        });
    }

    // A cell that lies outside the cut stays in its column, empty.
    private static TextRange Within(TextRange cell, TextRange range)
    {
        var start = Math.Clamp(cell.Start, range.Start, range.End);
        var end = Math.Clamp(cell.End, start, range.End);
        return new(start - range.Start, end - start);
    }
}
