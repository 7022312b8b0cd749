using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Finds the lists of a section: what the layout says is one, and the paragraphs that are one by their markers or semicolons after a
/// sentence ending in ":" (articles of codes number their items in plain paragraphs).
/// </summary>
internal static class ListRuns
{
    /// <summary>Per introducing piece those of its list, end excluded. An item may introduce items of its own.</summary>
    public static Dictionary<int, (int Start, int End)> Find(ImmutableArray<Piece> pieces)
    {
        var lists = new Dictionary<int, (int Start, int End)>();
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            var next = pieces[i + 1];
            var announced = pieces[i].IsText && pieces[i].Announces && next.IsText && next.OpensPart;
            if (!announced && !(pieces[i].Role is PieceRole.Sentence && next.Role is PieceRole.Item))
                continue;
            var end = EndOf(pieces, i, i + 1);
            if (end > i + 1)
                lists[i] = (i + 1, end);
        }

        return lists;
    }

    private static int EndOf(ImmutableArray<Piece> pieces, int introduction, int start)
    {
        var outer = DraftingWords.MarkerStyle(pieces[introduction].Words);
        var first = StyleOf(pieces[start]);
        var end = start;
        while (end < pieces.Length && pieces[end].IsText && (end == start || GoesOn(pieces, end, first, outer)))
            end = EndOfPart(pieces, end);
        return end;
    }

    private static bool GoesOn(ImmutableArray<Piece> pieces, int at, MarkerStyle first, MarkerStyle outer)
    {
        var style = StyleOf(pieces[at]);
        if (outer is not MarkerStyle.None && style == outer && first != outer)
            return false;
        if (pieces[at].Part.Kind is ChunkPartKind.Note)
            return false;
        if (pieces[at].Role is PieceRole.Item)
            return first is not MarkerStyle.None;
        if (IsOpen(pieces[at - 1]))
            return pieces[at].OpensPart;
        // After a full stop only the next number goes on: "II. – …" or "35. …" under "3° …" begins something else.
        return first is not MarkerStyle.None && style is not MarkerStyle.None && Follows(pieces, at, style);
    }

    private static bool Follows(ImmutableArray<Piece> pieces, int at, MarkerStyle style)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (pieces[i].OpensPart && StyleOf(pieces[i]) == style)
                return style is MarkerStyle.Bullet || DraftingWords.Succeeds(pieces[at].Words, pieces[i].Words);
        }

        return false;
    }

    private static MarkerStyle StyleOf(Piece piece) => (DraftingWords.MarkerStyle(piece.Words), piece.Role) switch
    {
        (MarkerStyle.None, PieceRole.Item) => MarkerStyle.Bullet,
        var (style, _) => style,
    };

    private static int EndOfPart(ImmutableArray<Piece> pieces, int start)
    {
        var end = start + 1;
        while (end < pieces.Length && !pieces[end].OpensPart)
            end++;
        return end;
    }

    /// <summary>Ends with a semicolon, a comma, a colon or a conjunction: the list goes on.</summary>
    private static bool IsOpen(Piece piece)
    {
        var words = piece.Words.TrimEnd();
        return words.Length > 0 && (words[^1] is ';' or ',' or ':' || words.EndsWith(" et", StringComparison.Ordinal) || words.EndsWith(" ou", StringComparison.Ordinal));
    }
}
