using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>Merges a chunk's words into runs of consecutive words of a page.</summary>
internal static class WordRanges
{
    /// <param name="words">The words of the text, in any order.</param>
    /// <param name="page">Where the text stands when none of its words is known: a locator always has a page.</param>
    internal static ImmutableArray<WordRange> Of(IEnumerable<WordSpan> words, int page)
    {
        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        foreach (var (at, word) in words.Select(span => (span.Page, span.Word)).Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1] is var last && last.Page == at && last.First + last.Count == word)
                ranges[^1] = last with { Count = last.Count + 1 };
            else
                ranges.Add(new(at, word, 1));
        }

        return ranges.Count > 0 ? ranges.ToImmutable() : [new(page, 0, 0)];
    }
}
