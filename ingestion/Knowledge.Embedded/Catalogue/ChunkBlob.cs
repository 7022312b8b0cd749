using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>What a chunk knows beyond its text: parts, words and locator.</summary>
internal static class ChunkBlob
{
    private const int Format = 1;

    public static byte[] Write(Chunk chunk)
    {
        var blob = new BlobWriter();
        blob.Number(Format);
        blob.Number(chunk.Locator.SectionPath.Length);
        foreach (var heading in chunk.Locator.SectionPath)
            blob.Text(heading);
        blob.Number(chunk.Locator.Article is null ? 0 : 1);
        blob.Text(chunk.Locator.Article ?? "");
        WriteRanges(blob, chunk.Locator.Words);
        WriteParts(blob, chunk.Parts);
        WriteWords(blob, chunk.Words);
        return blob.ToArray();
    }

    public static (Locator Locator, ImmutableArray<ChunkPart> Parts, ImmutableArray<WordSpan> Words) Read(byte[] bytes, DocumentId document, RevisionId revision)
    {
        var blob = new BlobReader(bytes);
        _ = blob.Number();
        var path = ImmutableArray.CreateBuilder<string>(blob.Count());
        while (path.Count < path.Capacity)
            path.Add(blob.Text());
        var hasArticle = blob.Number() == 1;
        var article = blob.Text();
        var locator = new Locator
        {
            Document = document,
            Revision = revision,
            SectionPath = path.MoveToImmutable(),
            Article = hasArticle ? article : null,
            Words = ReadRanges(ref blob),
        };
        return (locator, ReadParts(ref blob), ReadWords(ref blob));
    }

    private static void WriteRanges(BlobWriter blob, ImmutableArray<WordRange> ranges)
    {
        blob.Number(ranges.Length);
        foreach (var (page, first, count) in ranges)
        {
            blob.Number(page);
            blob.Number(first);
            blob.Number(count);
        }
    }

    private static ImmutableArray<WordRange> ReadRanges(ref BlobReader blob)
    {
        var ranges = ImmutableArray.CreateBuilder<WordRange>(blob.Count());
        while (ranges.Count < ranges.Capacity)
            ranges.Add(new(blob.Count(), blob.Count(), blob.Count()));
        return ranges.MoveToImmutable();
    }

    private static void WriteParts(BlobWriter blob, ImmutableArray<ChunkPart> parts)
    {
        blob.Number(parts.Length);
        foreach (var part in parts)
        {
            blob.Number((int)part.Kind);
            WriteRange(blob, part.Range);
            blob.Number(part.Level);
            blob.Number(part.Group);
            blob.Number(part.Ordinal);
            blob.Number(part.GroupCount);
            blob.Number(part.Cells.Length);
            foreach (var cell in part.Cells)
                WriteRange(blob, cell);
        }
    }

    private static ImmutableArray<ChunkPart> ReadParts(ref BlobReader blob)
    {
        var parts = ImmutableArray.CreateBuilder<ChunkPart>(blob.Count());
        while (parts.Count < parts.Capacity)
        {
            var part = new ChunkPart
            {
                Kind = (ChunkPartKind)blob.Count(),
                Range = ReadRange(ref blob),
                Level = blob.Count(),
                Group = blob.Count(),
                Ordinal = blob.Count(),
                GroupCount = blob.Count(),
            };
            var cells = ImmutableArray.CreateBuilder<TextRange>(blob.Count());
            while (cells.Count < cells.Capacity)
                cells.Add(ReadRange(ref blob));
            parts.Add(part with { Cells = cells.MoveToImmutable() });
        }

        return parts.MoveToImmutable();
    }

    // A chunk's words mostly follow each other in the text and on the page: only the steps are written.
    private static void WriteWords(BlobWriter blob, ImmutableArray<WordSpan> words)
    {
        blob.Number(words.Length);
        int end = 0, page = 0, word = 0;
        foreach (var span in words)
        {
            blob.Number(span.Start - end);
            blob.Number(span.Length);
            blob.Number(span.Page - page);
            blob.Number(span.Word - word);
            (end, page, word) = (span.Start + span.Length, span.Page, span.Word + 1);
        }
    }

    private static ImmutableArray<WordSpan> ReadWords(ref BlobReader blob)
    {
        var words = ImmutableArray.CreateBuilder<WordSpan>(blob.Count());
        int end = 0, page = 0, word = 0;
        while (words.Count < words.Capacity)
        {
            var span = new WordSpan(end + blob.Count(), blob.Count(), page + blob.Count(), word + blob.Count());
            words.Add(span);
            (end, page, word) = (span.Start + span.Length, span.Page, span.Word + 1);
        }

        return words.MoveToImmutable();
    }

    private static void WriteRange(BlobWriter blob, TextRange range)
    {
        blob.Number(range.Start);
        blob.Number(range.Length);
    }

    private static TextRange ReadRange(ref BlobReader blob) => new(blob.Count(), blob.Count());
}
