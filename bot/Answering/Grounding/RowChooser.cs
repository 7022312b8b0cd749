using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <param name="Rows">Positions in the table, in order; never empty.</param>
/// <param name="Answering">Position in the table of the row that answers; null when all rows shown do.</param>
/// <param name="IsInForce">The answering row was chosen by its date.</param>
/// <param name="IsNamed">The question holds the answering row's label, word for word.</param>
internal sealed record ChosenRows(ImmutableArray<int> Rows, int? Answering, bool IsInForce, bool IsNamed = false);

/// <summary>Chooses the rows of a table that answer: by the day asked when rows are dated, else by the label the question names.</summary>
internal sealed class RowChooser(RetrievalOutcome retrieval, QuestionWords words)
{
    // Longer tables without a row that answers are no answer: nobody reads twenty rows aloud.
    private const int LongestWholeTable = 8;
    private const int MostAnsweringRows = 3;

    // A row whose label says less of the question than this shares a common word with it, no more.
    private const double LeastMatch = 0.1;

    // A table wider than this is hard to read beside an answer: the columns that answer least are left out.
    private const int MostColumns = 5;

    private readonly ColumnChooser columns = new(new QuestionFit(retrieval));
    private readonly TypedQuestion typed = new(retrieval.Question.MaskedText);

    /// <summary>Null when no row, and not the whole table, answers.</summary>
    public ChosenRows? Choose(PieceTable table)
    {
        var day = retrieval.Question.AsOf.DayShownFirst(retrieval.Question.Today);
        if (RowDates.Of(table.Header, table.Cells) is { } periods)
        {
            // What will hold on a day to come is known only from a row that says so.
            if (RowDates.InForceOn(day, periods) is not { } inForce || (day > retrieval.Question.Today && !EndsLater(periods[inForce], day)))
                return null;
            return new(WithNeighbours(inForce, table.Rows.Length, periods), inForce, true);
        }

        var matches = table.Cells.Select((cells, i) => (Row: i, Score: Match(table, cells))).ToArray();
        var best = matches.Max(match => match.Score);
        var chosen = matches.Where(match => match.Score >= best - 1e-9).Select(match => match.Row).ToImmutableArray();
        if (best >= LeastMatch && chosen.Length <= MostAnsweringRows && (chosen.Length < matches.Length || matches.Length == 1))
            return new(chosen, chosen.Length == 1 ? chosen[0] : null, false, chosen.Any(row => typed.Holds(LabelOf(table.Cells[row]))));
        return table.RowCount <= LongestWholeTable && table.Rows.Length == table.RowCount
            ? new([.. Enumerable.Range(0, table.Rows.Length)], null, false)
            : null;
    }

    /// <summary>The columns shown: all, or of a wide table those that name the rows and those that answer best.</summary>
    public ImmutableArray<int> ColumnsOf(PieceTable table, ChosenRows chosen)
    {
        var all = Enumerable.Range(0, Math.Max(table.Header.Length, table.Cells.Max(cells => cells.Length))).ToImmutableArray();
        if (all.Length <= MostColumns)
            return all;
        ImmutableArray<int> answering = chosen.Answering is { } one ? [one] : chosen.Rows;
        // The day a row holds from stands in the first or the second column.
        var labels = answering.Select(row => ColumnChooser.LabelOf(table.Cells[row])).Append(0).Concat(chosen.IsInForce ? [1] : Array.Empty<int>()).ToHashSet();
        var best = all.Where(column => !labels.Contains(column)).OrderByDescending(column => answering.Max(row => Score(table, row, column))).Take(MostColumns - labels.Count);
        return [.. labels.Concat(best).Order()];
    }

    private double Score(PieceTable table, int row, int column) =>
        column < table.Cells[row].Length && table.Cells[row][column].Length > 0 ? columns.Score(table.Header, table.Cells[row], column) : double.MinValue;

    private static bool EndsLater(Knowledge.Documents.ValidityPeriod? period, DateOnly day) => period is { HasKnownEnd: true } known && known.Contains(day);

    /// <summary>The rows before and after in time show what changed; they are shown greyed.</summary>
    private static ImmutableArray<int> WithNeighbours(int row, int count, ImmutableArray<Knowledge.Documents.ValidityPeriod?> periods) =>
        [.. Enumerable.Range(row - 1, 3).Where(i => i >= 0 && i < count && periods[i] is not null)];

    /// <summary>How much of the question the row's labels say beyond what the table's header and caption say for every row.</summary>
    private double Match(PieceTable table, ImmutableArray<string> cells)
    {
        var shared = QuestionWords.TermsOf(table.Caption + "\n" + string.Join('\n', table.Header));
        var label = LabelOf(cells);
        var labelTerms = QuestionWords.TermsOf(label);
        var rowTerms = QuestionWords.TermsOf(string.Join('\n', cells));
        var extra = labelTerms.Count(term => !words.Holds(term));
        var score = words.Added(labelTerms, shared) + (0.5 * words.Added(rowTerms, shared)) - (0.01 * extra);
        var strangeNumbers = labelTerms.Count(term => term.Any(char.IsDigit) && !words.Holds(term));
        score -= 0.05 * strangeNumbers;
        // The label as a whole, word for word, in the question: "Gir 4", "8 CV et plus", "1952".
        return typed.Holds(label) ? score + 0.3 + (0.02 * Math.Min(10, label.Length)) : Math.Max(0, score);
    }

    private static string LabelOf(ImmutableArray<string> cells) => cells.FirstOrDefault(cell => cell.Length > 0) ?? "";
}
