using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Which of the rows shown is read aloud: the one in force, the only one, the one whose label the question names.</summary>
internal sealed class RowPicker(QuestionFit fit)
{
    // A label leads the next by this much, or the question doesn't tell them apart.
    private const double Lead = 0.05;

    /// <summary>Positions in the rows shown; more than one where the question names none of them alone.</summary>
    public ImmutableArray<int> Answering(CitedTable table)
    {
        if (table.InForceRow is { } inForce)
            return [inForce];
        if (table.Rows.Length == 1)
            return [0];
        var scores = table.Rows.Select(row => fit.Names(row.FirstOrDefault(cell => cell.Length > 0) ?? "")).ToArray();
        var ranked = scores.OrderDescending().ToArray();
        return ranked.Length > 1 && ranked[0] > 0 && ranked[0] - ranked[1] >= Lead
            ? [Array.IndexOf(scores, ranked[0])]
            : [.. Enumerable.Range(0, scores.Length)];
    }
}
