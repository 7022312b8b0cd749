using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A quote that stands in a passage, with where.</summary>
internal sealed record FoundQuote(Passage Passage, TextRange Range, Locator Locator);

/// <summary>
/// Numbers quotes as a reader expects: words that touch in one passage are one citation, so a rule and the exception printed after it
/// share a number; words apart get one each, because opening [n] must show exactly what the claim relies on.
/// </summary>
internal sealed class CitationNumbers
{
    private readonly List<(Passage Passage, TextRange Range)> spans = [];

    public void Place(ImmutableArray<FoundQuote> quotes)
    {
        foreach (var quote in quotes)
            Place(quote.Passage, quote.Range);
    }

    public ImmutableArray<Citation> Assign() => [.. spans.Select((span, i) => CitationOf(span.Passage, span.Range, i + 1))];

    public ImmutableArray<int> Of(ImmutableArray<FoundQuote> quotes) =>
        [.. quotes.Select(quote => 1 + spans.FindIndex(span => Same(span.Passage, quote.Passage) && Covers(span.Range, quote.Range))).Distinct().Order()];

    private void Place(Passage passage, TextRange range)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (!Same(spans[i].Passage, passage) || !Touch(passage.Chunk.Chunk.Text, spans[i].Range, range))
                continue;
            var joined = Join(spans[i].Range, range);
            spans[i] = (passage, joined);
            // A quote between two others joins them.
            for (var j = spans.Count - 1; j > i; j--)
            {
                if (Same(spans[j].Passage, passage) && Touch(passage.Chunk.Chunk.Text, spans[j].Range, spans[i].Range))
                {
                    spans[i] = (passage, Join(spans[i].Range, spans[j].Range));
                    spans.RemoveAt(j);
                }
            }

            return;
        }

        spans.Add((passage, range));
    }

    private static Citation CitationOf(Passage passage, TextRange range, int number)
    {
        var chunk = passage.Chunk.Chunk;
        return new()
        {
            Number = number,
            Passage = passage,
            Quote = chunk.Text.Substring(range.Start, range.Length),
            Range = range,
            Locator = QuoteLocator.Locate(chunk, range)
                ?? throw new InvalidOperationException($"Characters {range.Start} to {range.End} of chunk {passage.Chunk.Id} stand on no page, although a quote in them does."),
        };
    }

    private static bool Same(Passage one, Passage other) => one.Rank == other.Rank;

    private static bool Covers(TextRange outer, TextRange inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static bool Touch(string text, TextRange one, TextRange other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        return second.Start <= first.End || text.AsSpan(first.End, second.Start - first.End).IsWhiteSpace();
    }

    private static TextRange Join(TextRange one, TextRange other)
    {
        var start = Math.Min(one.Start, other.Start);
        return new(start, Math.Max(one.End, other.End) - start);
    }
}
