using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Tables;

/// <summary>Joins the pieces in which producers draw one line, cell by cell.</summary>
internal static class RulingJoiner
{
    private const float SameLine = 1;
    private const float WidestGap = 3;

    public static List<Ruling> Join(IReadOnlyList<Ruling> rulings)
    {
        var joined = new List<Ruling>(rulings.Count);
        foreach (var direction in rulings.GroupBy(ruling => ruling.IsHorizontal))
        {
            var line = new List<Ruling>();
            foreach (var ruling in direction.OrderBy(ruling => ruling.Position))
            {
                if (line.Count > 0 && ruling.Position - line[0].Position > SameLine)
                {
                    AddPieces(line, joined);
                    line.Clear();
                }

                line.Add(ruling);
            }

            AddPieces(line, joined);
        }

        return joined;
    }

    private static void AddPieces(List<Ruling> line, List<Ruling> joined)
    {
        Ruling? current = null;
        foreach (var piece in line.OrderBy(piece => piece.Start))
        {
            if (current is { } before && piece.Start - before.End <= WidestGap)
            {
                current = before with { Box = Extend(before, piece.End) };
                continue;
            }

            if (current is { } finished)
                joined.Add(finished);
            current = piece;
        }

        if (current is { } last)
            joined.Add(last);
    }

    private static Box Extend(Ruling ruling, float end) => ruling.IsHorizontal
        ? ruling.Box with { Right = Math.Max(ruling.End, end) }
        : ruling.Box with { Bottom = Math.Max(ruling.End, end) };
}
