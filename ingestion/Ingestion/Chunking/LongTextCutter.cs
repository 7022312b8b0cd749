using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>Splits a text that is larger than a chunk: between sentences, else between clauses, else between words.</summary>
internal static class LongTextCutter
{
    /// <summary>Ranges in order that leave out only the blanks between them; each within the limit unless a single word is larger.</summary>
    internal static List<TextRange> Split(string text, int maxTokens)
    {
        var ranges = new List<TextRange>();
        var total = ChunkSize.CountTokens(text);
        // Even parts read better than full ones and a rest.
        var target = Math.Max(1, total / (int)Math.Ceiling((double)total / maxTokens));
        var start = 0;
        var tokens = 0;
        var end = 0;
        foreach (var sentence in Sentences(text, maxTokens))
        {
            var size = ChunkSize.CountTokens(text.Substring(sentence.Start, sentence.Length));
            if (end > start && (tokens + size > maxTokens || tokens >= target))
            {
                ranges.Add(new(start, end - start));
                start = sentence.Start;
                tokens = 0;
            }

            tokens += size;
            end = sentence.End;
        }

        if (end > start)
            ranges.Add(new(start, end - start));
        return ranges;
    }

    private static IEnumerable<TextRange> Sentences(string text, int maxTokens)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (Size(text, sentence) <= maxTokens)
            {
                yield return sentence;
                continue;
            }

            foreach (var clause in Between(text, sentence, DraftingPatterns.ClauseEnd()))
            {
                if (Size(text, clause) <= maxTokens)
                {
                    yield return clause;
                    continue;
                }

                foreach (var word in Between(text, clause, DraftingPatterns.Blank()))
                    yield return word;
            }
        }
    }

    private static int Size(string text, TextRange range) => ChunkSize.CountTokens(text.Substring(range.Start, range.Length));

    private static IEnumerable<TextRange> Between(string text, TextRange range, System.Text.RegularExpressions.Regex gap)
    {
        var start = range.Start;
        foreach (var match in gap.EnumerateMatches(text, range.Start).ToRanges(range.End))
        {
            if (match.Start > start)
                yield return new(start, match.Start - start);
            start = match.End;
        }

        if (range.End > start)
            yield return new(start, range.End - start);
    }

    private static List<TextRange> ToRanges(this System.Text.RegularExpressions.Regex.ValueMatchEnumerator matches, int end)
    {
        var ranges = new List<TextRange>();
        foreach (var match in matches)
        {
            if (match.Index + match.Length > end)
                break;
            ranges.Add(new(match.Index, match.Length));
        }

        return ranges;
    }
}
