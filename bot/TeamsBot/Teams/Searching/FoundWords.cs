using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>The stretch of a passage that says most of what was looked for: whole paragraphs, items and rows, few enough to be quoted.</summary>
/// <param name="Range">Characters of the chunk's text.</param>
/// <param name="Worth">Of the words looked for that stand in it, each once.</param>
internal readonly record struct FoundWords(TextRange Range, double Worth)
{
    private const int MostCharacters = 600;

    public static FoundWords In(Chunk chunk, ImmutableArray<WeighedTerm> terms)
    {
        var worths = terms.ToLookup(term => term.Term.Term, term => (double)term.Weight);
        var parts = chunk.Parts.IsEmpty ? [new(0, chunk.Text.Length)] : chunk.Parts.Select(part => part.Range).ToImmutableArray();
        var said = parts.Select(part => FrenchAnalyzer.Analyze(chunk.Text.Substring(part.Start, part.Length)).Select(token => token.Term).Where(worths.Contains).ToHashSet()).ToArray();
        var (first, last, worth) = Best(parts, said, worths);

        // What an item or a row belongs to stands before it.
        while (first > 0 && !chunk.Parts.IsEmpty && chunk.Parts[first].Kind is ChunkPartKind.ListItem or ChunkPartKind.TableRow && Length(parts, first - 1, last) <= MostCharacters)
            first--;
        while (last + 1 < parts.Length && !IsHeading(chunk, last + 1) && Length(parts, first, last + 1) <= MostCharacters)
            last++;
        return new(Cut(chunk.Text, new(parts[first].Start, Length(parts, first, last)), worths), worth);
    }

    // Of two stretches that say the same the shorter, then the earlier.
    private static (int First, int Last, double Worth) Best(ImmutableArray<TextRange> parts, HashSet<string>[] said, ILookup<string, double> worths)
    {
        var best = (First: 0, Last: 0, Worth: -1.0);
        for (var first = 0; first < parts.Length; first++)
        {
            var words = new HashSet<string>();
            for (var last = first; last < parts.Length && (last == first || Length(parts, first, last) <= MostCharacters); last++)
            {
                words.UnionWith(said[last]);
                var worth = words.Sum(word => worths[word].Max());
                if (worth > best.Worth || (worth == best.Worth && Length(parts, first, last) < Length(parts, best.First, best.Last)))
                    best = (first, last, worth);
            }
        }

        return best;
    }

    // A paragraph of half a page is quoted from the sentence on in which the first of the words stands.
    private static TextRange Cut(string text, TextRange range, ILookup<string, double> worths)
    {
        if (range.Length <= MostCharacters)
            return range;
        var inside = text.Substring(range.Start, range.Length);
        var word = FrenchAnalyzer.Analyze(inside).Where(token => worths.Contains(token.Term)).Select(token => token.Start).DefaultIfEmpty(0).First();
        var sentence = word == 0 ? -1 : inside.LastIndexOf(". ", word - 1, StringComparison.Ordinal);
        var start = sentence < 0 ? 0 : sentence + 2;
        var end = Math.Min(inside.Length, start + MostCharacters);
        if (end < inside.Length && inside.LastIndexOfAny([' ', '\n', '\t'], end) is var gap && gap > start)
            end = gap;
        return new(range.Start + start, end - start);
    }

    private static bool IsHeading(Chunk chunk, int part) => chunk.Parts[part].Kind == ChunkPartKind.Heading;

    private static int Length(ImmutableArray<TextRange> parts, int first, int last) => parts[last].End - parts[first].Start;
}
