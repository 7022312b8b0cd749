using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>
/// Chooses where chunks end: among all ways to cut the pieces into chunks that fit, the cheapest. What costs is said once, in numbers
/// that only matter relative to each other: a chunk more, a tear in a list or table, a lone heading, two sections in one chunk.
/// </summary>
internal sealed class BreakFinder(int smallTokens)
{
    private const double Chunk = 4;
    private const double Uneven = 2;
    private const double Small = 8;
    private const double Joined = 6;
    private const double Never = 1000;
    private const double AfterIntroduction = 8;
    private const double InsideList = 3;
    private const double UnderItsItem = 5;
    private const double InsideTable = 3;
    private const double InsideParagraph = 3;
    private const double BeforeMarker = 2.5;
    private const double BeforeNote = 2;
    private const double BeforeContinuation = 1.5;
    private const double BetweenParagraphs = 1;

    /// <summary>The ends (exclusive) of the chunks.</summary>
    /// <param name="pieces">In reading order.</param>
    /// <param name="room">What the prefix leaves to a chunk that begins with this piece, in tokens.</param>
    internal ImmutableArray<int> Find(ImmutableArray<Piece> pieces, Func<Piece, int> room)
    {
        var best = new double[pieces.Length + 1];
        var from = new int[pieces.Length + 1];
        Array.Fill(best, double.PositiveInfinity, 1, pieces.Length);
        for (var start = 0; start < pieces.Length; start++)
        {
            var budget = Math.Max(1, room(pieces[start]) - Repeated(pieces, start));
            var size = 0;
            var headings = 0;
            var content = false;
            for (var end = start + 1; end <= pieces.Length; end++)
            {
                var piece = pieces[end - 1];
                size += piece.Tokens;
                if (size > budget && end > start + 1)
                    break;
                headings += content && piece.Kind == ChunkPartKind.Heading ? 1 : 0;
                content |= piece.Kind != ChunkPartKind.Heading;
                var cost = best[start] + CostOf(size, budget, headings) + (end < pieces.Length ? CostBetween(piece, pieces[end]) : 0);
                if (cost < best[end])
                {
                    best[end] = cost;
                    from[end] = start;
                }
            }
        }

        var ends = new Stack<int>();
        for (var end = pieces.Length; end > 0; end = from[end])
            ends.Push(end);
        return [.. ends];
    }

    private static int Repeated(ImmutableArray<Piece> pieces, int start) =>
        start > 0 && pieces[start - 1].Group == pieces[start].Group ? pieces[start].Repeated.Sum(piece => piece.Tokens) : 0;

    private double CostOf(int size, int budget, int headings)
    {
        var share = (double)size / budget;
        var lack = smallTokens > 0 ? Math.Max(0, 1 - ((double)size / smallTokens)) : 0;
        return Chunk + (Uneven * share * share) + (Small * lack) + (Joined * headings);
    }

    private static double CostBetween(Piece before, Piece after)
    {
        if (before.Kind is ChunkPartKind.Heading or ChunkPartKind.TableHeader)
            return Never;
        if (before.Kind == ChunkPartKind.Caption && after.Kind is ChunkPartKind.TableHeader or ChunkPartKind.TableRow)
            return Never;
        if (before.Kind == ChunkPartKind.TableRow && after.Kind == ChunkPartKind.Caption)
            return InsideTable;
        if (before.Group == after.Group)
        {
            return after.Kind switch
            {
                ChunkPartKind.ListItem => before.Ordinal == after.Ordinal ? InsideParagraph : after.Level > before.Level ? UnderItsItem : InsideList,
                ChunkPartKind.TableRow => InsideTable,
                _ => InsideParagraph,
            };
        }

        if (after.Kind == ChunkPartKind.Heading)
            return 0;
        if (before.Text[^1] == ':')
            return AfterIntroduction;
        if (after.Kind == ChunkPartKind.Note)
            return BeforeNote;
        var plain = PlainLetters.Fold(after.Text.Length > 40 ? after.Text[..40] : after.Text);
        if (DraftingPatterns.ItemMarker().IsMatch(plain))
            return BeforeMarker;
        return DraftingPatterns.Continuation().IsMatch(plain) ? BeforeContinuation : BetweenParagraphs;
    }
}
