using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The beginning of a passage that fits a prompt: whole sentences, list items and rows, never a part of one.</summary>
internal static class PassageCut
{
    /// <param name="chunk">The passage's chunk.</param>
    /// <param name="length">Most characters.</param>
    /// <returns>Empty when not even the first sentence fits.</returns>
    public static string Of(Chunk chunk, int length)
    {
        if (chunk.Text.Length <= length)
            return chunk.Text;
        var end = 0;
        foreach (var range in chunk.Parts.SelectMany(part => Pieces(chunk.Text, part)))
        {
            if (range.End > length)
                break;
            end = range.End;
        }

        return chunk.Text[..end];
    }

    /// <summary>The first sentence, item or row, however long.</summary>
    public static string First(Chunk chunk) =>
        chunk.Parts.SelectMany(part => Pieces(chunk.Text, part)).FirstOrDefault(range => range.Length > 0) is { Length: > 0 } first ? chunk.Text[..first.End] : chunk.Text;

    private static ImmutableArray<TextRange> Pieces(string text, ChunkPart part) =>
        part.Kind is ChunkPartKind.Paragraph or ChunkPartKind.Note ? SentenceSplitter.Split(text, part.Range) : [part.Range];
}
