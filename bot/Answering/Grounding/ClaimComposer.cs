using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Turns chosen pieces into claims: words, quotes, tables, and the cut of a list too long to be read.</summary>
internal static class ClaimComposer
{
    // A list is shown whole up to here; beyond, its beginning and how it goes on.
    private const int MostItems = 12;
    private const int MostCharacters = 1800;

    public static DraftClaim OfSpan(SectionText text, Span span, ClaimKind kind)
    {
        var pieces = text.Pieces[span.First..(span.Last + 1)];
        var cut = CutOf(text, span, pieces);
        var shown = cut is { } found ? pieces[..found.ShownPieces] : pieces;
        return new()
        {
            Kind = kind,
            Text = TextOf(shown),
            Quotes = QuotesOf(shown),
            Cut = cut?.Cut,
        };
    }

    /// <param name="table">The table.</param>
    /// <param name="chosen">The rows that are shown.</param>
    /// <param name="columns">The columns that are shown, in order.</param>
    /// <param name="kind">What the claim is.</param>
    public static DraftClaim OfTable(PieceTable table, ChosenRows chosen, ImmutableArray<int> columns, ClaimKind kind)
    {
        var cells = chosen.Rows.Select(row => Shown(table.Cells[row], columns)).ToImmutableArray();
        var answering = chosen.IsInForce && chosen.Answering is { } row ? chosen.Rows.IndexOf(row) : (int?)null;
        var width = Math.Max(table.Header.Length, table.Cells.Max(row => row.Length));
        var cited = new CitedTable(table.Caption, Shown(table.Header, columns), cells, answering) { ColumnsLeftOut = width - columns.Length };
        var quoted = table.Captions.Concat(table.Headers).Concat(chosen.Rows.SelectMany(row => WithLabelRow(table, row)));
        return new()
        {
            Kind = kind,
            Text = TableText.Of(cited),
            Quotes = [.. quoted.DistinctBy(piece => piece.Index).OrderBy(piece => piece.Index).Select(QuoteOf)],
            Table = cited,
            Cut = null,
        };
    }

    private static ImmutableArray<string> Shown(ImmutableArray<string> cells, ImmutableArray<int> columns) => [.. columns.Where(column => column < cells.Length).Select(column => cells[column])];

    /// <summary>A first cell merged with the one above is quoted from the row that prints it.</summary>
    private static IEnumerable<Piece> WithLabelRow(PieceTable table, int row)
    {
        yield return table.Rows[row];
        var printed = row;
        while (printed > 0 && table.Rows[printed].Part.Cells is [{ Length: 0 }, ..])
            printed--;
        if (printed != row)
            yield return table.Rows[printed];
    }

    private static DraftQuote QuoteOf(Piece piece) => new(piece.Passage.Rank, piece.Text) { Taken = piece.Range };

    private static ImmutableArray<DraftQuote> QuotesOf(ImmutableArray<Piece> pieces)
    {
        var quotes = ImmutableArray.CreateBuilder<DraftQuote>();
        for (var first = 0; first < pieces.Length;)
        {
            var last = first;
            while (last + 1 < pieces.Length && pieces[last + 1].Passage.Rank == pieces[first].Passage.Rank)
                last++;
            var range = new TextRange(pieces[first].Range.Start, pieces[last].Range.End - pieces[first].Range.Start);
            quotes.Add(new(pieces[first].Passage.Rank, pieces[first].Passage.Chunk.Chunk.Text.Substring(range.Start, range.Length)) { Taken = range });
            first = last + 1;
        }

        return quotes.ToImmutable();
    }

    private static string TextOf(ImmutableArray<Piece> pieces)
    {
        var text = new StringBuilder();
        Piece? before = null;
        foreach (var piece in pieces)
        {
            if (before is not null)
                text.Append(before.Part == piece.Part && before.Passage.Rank == piece.Passage.Rank ? ' ' : '\n');
            text.Append(piece.Role is PieceRole.Item && piece.OpensPart ? WithMarker(piece.Text.Replace('\t', ' ')) : piece.Text);
            before = piece;
        }

        return text.ToString();
    }

    /// <summary>Bullets become one kind, and an item printed without any gets it: a line that begins with its marker is an item.</summary>
    private static string WithMarker(string item) => DraftingWords.MarkerStyle(item) switch
    {
        MarkerStyle.None => "- " + item,
        MarkerStyle.Bullet => "- " + item[DraftingWords.MarkerLength(item)..],
        _ => item,
    };

    private static (int ShownPieces, ListCut Cut)? CutOf(SectionText text, Span span, ImmutableArray<Piece> pieces)
    {
        var items = Enumerable.Range(0, pieces.Length).Where(i => IsTopItem(text, span, pieces[i])).ToArray();
        if (items.Length == 0 || pieces[^1].Role is not PieceRole.Item)
            return null;
        var whole = Math.Max(items.Length, WholeCount(pieces[items[0]], items.Select(i => pieces[i])));
        if (items.Length <= MostItems && pieces.Sum(piece => piece.Range.Length) <= MostCharacters && whole == items.Length)
            return null;
        var shown = Math.Min(items.Length, MostItems);
        while (shown > 1 && shown < items.Length && pieces[..items[shown]].Sum(piece => piece.Range.Length) > MostCharacters)
            shown--;
        if (shown == items.Length && whole == items.Length)
            return null;
        var end = shown < items.Length ? items[shown] : pieces.Length;
        var next = end < pieces.Length ? pieces[end] : pieces[^1];
        return (end, new(shown, whole, next.Page));
    }

    private static bool IsTopItem(SectionText text, Span span, Piece piece)
    {
        if (piece.Role is not PieceRole.Item || !piece.OpensPart)
            return false;
        var introduction = text.IntroductionOf(piece.Index);
        return (introduction is not { } at || at < span.First || text.Pieces[at].Role is not PieceRole.Item) && piece.Part.Level <= 1;
    }

    /// <summary>Items of the whole list as the document counts them, when some lie beyond what was read.</summary>
    private static int WholeCount(Piece first, IEnumerable<Piece> items)
    {
        var list = items.Where(item => item.Part.Group == first.Part.Group).ToArray();
        return list.Length > 0 && list[^1].Part.Ordinal > 0 && list[^1].Part.Ordinal < list[^1].Part.GroupCount && list.All(item => item.Part.Level <= 1)
            ? list.Length + list[^1].Part.GroupCount - list[^1].Part.Ordinal
            : 0;
    }
}
