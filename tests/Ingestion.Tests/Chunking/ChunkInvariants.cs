using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Tests.Chunking;

/// <summary>What is true of the chunks of any document; each failure names the rule and the chunk.</summary>
internal static class ChunkInvariants
{
    internal static void Check(ReadDocument document, Outline outline, ImmutableArray<Chunk> chunks)
    {
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i].Ordinal.ShouldBe(i, "neighbours are numbered one less and one more");
            PartsTileTheText(chunks[i]);
            WordsAreTrue(document, chunks[i]);
            LocatorHoldsTheWords(document, chunks[i]);
        }

        TextIsHeldOnce(outline, chunks);
    }

    private static void PartsTileTheText(Chunk chunk)
    {
        var rebuilt = string.Join('\n', chunk.Parts.Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length)));
        rebuilt.ShouldBe(chunk.Text, "parts follow each other, a line feed between them");
        foreach (var part in chunk.Parts)
        {
            part.Range.Length.ShouldBePositive();
            foreach (var cell in part.Cells)
            {
                cell.Start.ShouldBeInRange(part.Range.Start, part.Range.End);
                cell.End.ShouldBeInRange(cell.Start, part.Range.End);
            }

            if (part.Kind is ChunkPartKind.ListItem or ChunkPartKind.TableRow)
                part.Ordinal.ShouldBeInRange(1, part.GroupCount);
            else
                (part.Ordinal, part.GroupCount).ShouldBe((0, 0));
        }
    }

    private static void WordsAreTrue(ReadDocument document, Chunk chunk)
    {
        var end = 0;
        foreach (var word in chunk.Words)
        {
            word.Start.ShouldBeGreaterThanOrEqualTo(end, "words are in the order of the text");
            word.Length.ShouldBePositive();
            end = word.Start + word.Length;
            end.ShouldBeLessThanOrEqualTo(chunk.Text.Length);
            word.Word.ShouldBeInRange(0, document.Pages[word.Page - 1].Words.Length - 1);
        }
    }

    private static void LocatorHoldsTheWords(ReadDocument document, Chunk chunk)
    {
        chunk.Locator.Words.ShouldNotBeEmpty();
        chunk.Locator.FirstPage.ShouldBeInRange(1, document.Pages.Length);
        chunk.Locator.LastPage.ShouldBeInRange(chunk.Locator.FirstPage, document.Pages.Length);
        var held = chunk.Locator.Words.SelectMany(range => Enumerable.Range(range.First, range.Count).Select(word => (range.Page, word))).ToList();
        held.ShouldBeUnique();
        held.ToHashSet().SetEquals(chunk.Words.Select(word => (word.Page, word.Word))).ShouldBeTrue("the locator holds the words of the text and no others");
    }

    /// <summary>Section by section, the chunks hold every block's words once and in order; repeated headers and captions have no words.</summary>
    private static void TextIsHeldOnce(Outline outline, ImmutableArray<Chunk> chunks)
    {
        var said = chunks.SelectMany(chunk => chunk.Parts.Where(part => part.Kind != ChunkPartKind.Heading && HasWords(chunk, part))
            .Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length)));
        var written = outline.Sections.Where(section => section.Kind != SectionKind.Contents).SelectMany(section => section.Blocks).Select(block => block.Text);
        Packed(said).ShouldBe(Packed(written), "every block's text is in exactly one chunk");
    }

    private static bool HasWords(Chunk chunk, ChunkPart part) => chunk.Words.Any(word => word.Start >= part.Range.Start && word.Start < part.Range.End);

    private static string Packed(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(letter => !char.IsWhiteSpace(letter)));
}
