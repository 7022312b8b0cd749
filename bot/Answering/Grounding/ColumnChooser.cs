using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Which columns of a table answer: those that the question's words name, and whose cells hold the kind of value asked for.</summary>
internal sealed class ColumnChooser(QuestionFit fit)
{
    private const int LettersOfLabel = 4;
    private const double FigureShare = 0.3;

    // Columns as close as this are not told apart by the question.
    private const double Same = 0.02;

    /// <summary>The first cell that is filled names the row; a number there ("1.1") only if no words follow it.</summary>
    public static int LabelOf(ImmutableArray<string> cells)
    {
        var filled = Enumerable.Range(0, cells.Length).Where(column => cells[column].Length > 0).ToArray();
        if (filled.Length == 0)
            return 0;
        return filled.Length > 2 && !cells[filled[0]].Any(char.IsLetter) && cells[filled[1]].Count(char.IsLetter) >= LettersOfLabel && !cells[filled[1]].Any(char.IsDigit)
            ? filled[1]
            : filled[0];
    }

    /// <summary>The filled columns that answer, beside the row's label, in order; more than one where the question names none of them alone.</summary>
    public ImmutableArray<int> Answering(ImmutableArray<string> header, ImmutableArray<string> cells)
    {
        var label = LabelOf(cells);
        var scores = Enumerable.Range(0, cells.Length).Where(column => column != label && cells[column].Length > 0)
            .Select(column => (Column: column, Score: Score(header, cells, column))).ToArray();
        if (scores.Length == 0)
            return [];
        var best = scores.Max(entry => entry.Score);
        return [.. scores.Where(entry => entry.Score >= best - Same).Select(entry => entry.Column)];
    }

    public double Score(ImmutableArray<string> header, ImmutableArray<string> cells, int column)
    {
        var figure = FigureShare * fit.FigureIn(cells[column]);
        if (column >= header.Length || header[column].Length == 0)
            return figure;
        // Of a header of several lines the last is the column's own.
        return figure + Math.Max(fit.Names(header[column].Replace('\n', ' ')), fit.Names(header[column].Split('\n')[^1]));
    }
}
