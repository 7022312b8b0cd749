using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>What a chunk is found by: its prefix (title and headings), then its text.</summary>
public static class IndexedText
{
    public static string Of(Chunk chunk) => chunk.Prefix.Length == 0 ? chunk.Text : $"{chunk.Prefix}\n{chunk.Text}";

    public static SparseVector Weigh(Chunk chunk) => DocumentWeights.Of(FrenchAnalyzer.Analyze(Of(chunk)));

    /// <summary>The chunk under another title: its prefix begins with the title it was cut under.</summary>
    public static Chunk Retitle(Chunk chunk, string before, string after)
    {
        if (before == after || !chunk.Prefix.StartsWith(before, StringComparison.Ordinal))
            return chunk;
        var retitled = chunk with { Prefix = after + chunk.Prefix[before.Length..] };
        return retitled with { TokenCount = ChunkSize.CountTokens(Of(retitled)) };
    }

    /// <summary>The longest beginning of the text, whole words, of at most <paramref name="limit"/> units of <see cref="ChunkSize"/>.</summary>
    public static string Cut(string text, int limit)
    {
        if (ChunkSize.CountTokens(text) <= limit)
            return text;
        var (fits, tooLong) = (0, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = ChunkSize.CountTokens(text[..middle]) <= limit ? (middle, tooLong) : (fits, middle);
        }

        return text.LastIndexOfAny([' ', '\n', '\t'], fits) is > 0 and var gap ? text[..gap] : text[..fits];
    }
}
