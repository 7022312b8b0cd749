using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>From characters of a chunk to the words of the page they were read from.</summary>
public static class QuoteLocator
{
    /// <summary>Null when none of the characters stands on a page (a repeated table header).</summary>
    public static Locator? Locate(Chunk chunk, TextRange range)
    {
        var words = WordRanges(chunk, range);
        return words.IsEmpty ? null : chunk.Locator with { SectionPath = SectionPath(chunk, range), Words = words };
    }

    private static ImmutableArray<WordRange> WordRanges(Chunk chunk, TextRange range)
    {
        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        foreach (var word in chunk.Words)
        {
            if (word.Start + word.Length <= range.Start || word.Start >= range.End)
                continue;
            if (ranges.Count > 0 && ranges[^1] is var last && last.Page == word.Page && word.Word >= last.First && word.Word <= last.First + last.Count)
                ranges[^1] = last with { Count = Math.Max(last.Count, word.Word - last.First + 1) };
            else
                ranges.Add(new(word.Page, word.Word, 1));
        }

        return ranges.ToImmutable();
    }

    /// <summary>Small sections are joined in one chunk: the headings inside it that stand above the quote belong to its path.</summary>
    private static ImmutableArray<string> SectionPath(Chunk chunk, TextRange range)
    {
        var inner = new Stack<(int Level, string Heading)>();
        foreach (var part in chunk.Parts)
        {
            if (part.Range.Start >= range.Start)
                break;
            if (part.Kind is not ChunkPartKind.Heading)
                continue;
            while (inner.Count > 0 && inner.Peek().Level >= part.Level)
                inner.Pop();
            inner.Push((part.Level, chunk.Text.Substring(part.Range.Start, part.Range.Length)));
        }

        return [.. chunk.Locator.SectionPath, .. inner.Reverse().Select(entry => entry.Heading)];
    }
}
