using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A table as it stands in a section's pieces: what names it, its header, its rows.</summary>
internal sealed class PieceTable
{
    private const int LongestTitle = 160;

    private PieceTable(ImmutableArray<Piece> captions, ImmutableArray<Piece> headers, ImmutableArray<Piece> rows)
    {
        Captions = captions;
        Headers = headers;
        Rows = rows;
        Cells = FilledDown(rows);
        Header = Joined(headers, Cells.Length == 0 ? 0 : Cells.Max(row => row.Length));
    }

    /// <summary>The words printed above or below it, or the sentence that announces it.</summary>
    public ImmutableArray<Piece> Captions { get; }

    public ImmutableArray<Piece> Headers { get; }

    public ImmutableArray<Piece> Rows { get; }

    /// <summary>One cell a column; the lines of several header rows are separated by a line feed.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The cells of each row; a first cell merged with the one above is repeated, so that a row can be read alone.</summary>
    public ImmutableArray<ImmutableArray<string>> Cells { get; }

    public string Caption => string.Join('\n', Captions.Select(piece => piece.Text));

    /// <summary>Rows of the whole table, also those that were not read.</summary>
    public int RowCount => Math.Max(Rows.Length, Rows.Max(row => row.Part.GroupCount));

    /// <summary>The table that a row belongs to.</summary>
    public static PieceTable Of(SectionText text, Piece row)
    {
        var group = row.Part.Group;
        var rows = text.Pieces.Where(piece => piece.Role is PieceRole.Row && piece.Part.Group == group).ToImmutableArray();
        var headers = text.Pieces.Where(piece => piece.Role is PieceRole.TableHeader && piece.Part.Group == group).DistinctBy(piece => piece.Text).ToImmutableArray();
        var captions = CaptionsOf(text, group, rows, headers);
        return headers.IsEmpty && BeginsWithHeader(rows) ? new(captions, [rows[0]], rows[1..]) : new(captions, headers, rows);
    }

    /// <summary>A header that the page does not set apart: labels over columns of figures.</summary>
    private static bool BeginsWithHeader(ImmutableArray<Piece> rows) =>
        rows.Length > 1 && rows[0].Part.Ordinal <= 1 && !HoldsValue(rows[0]) && rows.Skip(1).All(HoldsValue);

    private static bool HoldsValue(Piece row) =>
        FactFinder.Find(row.Text).Any(fact => fact.Kind is FactKind.Amount or FactKind.Percentage);

    private static ImmutableArray<Piece> CaptionsOf(SectionText text, int group, ImmutableArray<Piece> rows, ImmutableArray<Piece> headers)
    {
        var first = Math.Min(rows[0].Index, headers.IsEmpty ? int.MaxValue : headers[0].Index);
        var last = rows[^1].Index;
        var own = text.Pieces.Where(piece => piece.Role is PieceRole.Caption && piece.Part.Group == group).ToList();
        if (own.Count == 0)
        {
            for (var i = first - 1; i >= 0 && text.Pieces[i].Role is PieceRole.Caption; i--)
                own.Insert(0, text.Pieces[i]);
            if (own.Count == 0 && last + 1 < text.Pieces.Length && text.Pieces[last + 1].Role is PieceRole.Caption)
                own.Add(text.Pieces[last + 1]);
        }

        if (own.Count == 0 && first > 0 && text.Pieces[first - 1] is { Role: PieceRole.Heading or PieceRole.Sentence } before && (before.Announces || before.Role is PieceRole.Heading || IsTitle(before)))
            own.Add(before);
        return [.. own.DistinctBy(piece => piece.Text)];
    }

    /// <summary>A line of its own without a full stop right above a table is its title, whatever the layout took it for.</summary>
    private static bool IsTitle(Piece piece) => !piece.IsTerminated && piece.Range == piece.Part.Range && piece.Range.Length < LongestTitle;

    private static ImmutableArray<ImmutableArray<string>> FilledDown(ImmutableArray<Piece> rows)
    {
        var filled = ImmutableArray.CreateBuilder<ImmutableArray<string>>(rows.Length);
        foreach (var row in rows)
        {
            var cells = CellsOf(row);
            if (filled.Count > 0 && cells.Length > 1 && cells[0].Length == 0 && filled[^1] is [{ Length: > 0 } above, ..])
                cells = cells.SetItem(0, above);
            filled.Add(cells);
        }

        return filled.ToImmutable();
    }

    private static ImmutableArray<string> CellsOf(Piece piece) => piece.Part.Cells.IsDefaultOrEmpty
        ? [.. piece.Text.Split('\t')]
        : [.. piece.Part.Cells.Select(cell => TextOf(piece, cell))];

    private static string TextOf(Piece piece, TextRange range) => piece.Passage.Chunk.Chunk.Text.Substring(range.Start, range.Length).Trim();

    private static ImmutableArray<string> Joined(ImmutableArray<Piece> headers, int columns)
    {
        if (headers.IsEmpty)
            return [];
        var cells = headers.Select(CellsOf).ToArray();
        var width = Math.Max(columns, cells.Max(row => row.Length));
        return [.. Enumerable.Range(0, width).Select(column =>
            string.Join('\n', cells.Where(row => column < row.Length && row[column].Length > 0).Select(row => row[column])))];
    }
}
