using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>Cuts and joins blocks so that every character keeps the page word it was read from.</summary>
internal static class BlockSlices
{
    /// <summary>The part of a paragraph or heading between two characters, blanks at its ends left out.</summary>
    internal static Block Slice(this Block block, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(block.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(block.Text[end - 1]))
            end--;
        var words = block.Words.Clip(start, end);
        return block with
        {
            Text = block.Text[start..end],
            Words = [.. words],
            Page = words.Count > 0 ? words[0].Page : block.Page,
            EndPage = words.Count > 0 ? words[^1].Page : block.EndPage,
        };
    }

    /// <summary>The spans of the characters between two positions, counted from the first.</summary>
    internal static List<WordSpan> Clip(this IEnumerable<WordSpan> words, int start, int end)
    {
        var clipped = new List<WordSpan>();
        foreach (var word in words)
        {
            var from = Math.Max(word.Start, start);
            var to = Math.Min(word.Start + word.Length, end);
            if (from < to)
                clipped.Add(word with { Start = from - start, Length = to - from });
        }

        return clipped;
    }

    /// <summary>One heading of two that the layout set apart.</summary>
    internal static Block JoinedTo(this Block first, Block second)
    {
        var shift = first.Text.Length + 1;
        return first with
        {
            Text = first.Text + " " + second.Text,
            Words = [.. first.Words, .. second.Words.Select(word => word with { Start = word.Start + shift })],
            EndPage = second.EndPage,
        };
    }
}
