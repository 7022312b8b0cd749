using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>What a chunk is found by: its prefix (title and headings), then its text.</summary>
internal static class IndexedText
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

    /// <summary>The longest beginning of the text that has at most <paramref name="tokenLimit"/> tokens; the text itself when it fits.</summary>
    public static string Cut(string text, int tokenLimit)
    {
        var tokens = FrenchAnalyzer.Analyze(text);
        return tokens.Length <= tokenLimit ? text : text[..(tokens[tokenLimit - 1].Start + tokens[tokenLimit - 1].Length)];
    }

}
