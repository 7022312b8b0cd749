namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>
/// Finds the words that name a table: short, right above it (or right below, in smaller type). A heading may stand there too; the
/// document tells: type that is also used away from tables is a heading's.
/// </summary>
internal static class Captions
{
    private const int Longest = 260;
    private const float Nearest = 1.6f;

    public static void Mark(IReadOnlyList<IFlow> flow, HeadingRanks ranks)
    {
        var elsewhere = new HashSet<TypeFace>();
        for (var i = 0; i < flow.Count; i++)
        {
            if (flow[i] is Paragraph paragraph && ranks.IsHeading(paragraph) && !(i + 1 < flow.Count && flow[i + 1] is TableFlow))
                elsewhere.Add(TypeFace.Of(paragraph));
        }

        for (var i = 0; i < flow.Count; i++)
        {
            if (flow[i] is not TableFlow table)
                continue;
            if (i > 0 && flow[i - 1] is Paragraph above && IsAbove(above, table, ranks, elsewhere))
                above.IsCaption = true;
        }
    }

    private static bool IsAbove(Paragraph paragraph, TableFlow table, HeadingRanks ranks, HashSet<TypeFace> elsewhere)
    {
        if (paragraph.Last.Page != table.Page || paragraph.Lines.Sum(line => line.Length) > Longest || paragraph.Lines.Count > 4)
            return false;
        if (table.First.Top - paragraph.Last.Bottom > Nearest * paragraph.Last.Size || table.First.Top < paragraph.Last.Top)
            return false;

        var named = paragraph.First.Words[0].Text.StartsWith("Tableau", StringComparison.OrdinalIgnoreCase);
        var face = TypeFace.Of(paragraph);
        if (ranks.IsHeading(paragraph))
            return named || !elsewhere.Contains(face) && paragraph.Size <= 1.05f * ranks.BodySize;
        return named || (face.Bold || face.Italic || paragraph.Size < 0.95f * ranks.BodySize) && paragraph.Last.Words[^1].Text[^1] is not '.';
    }
}
