using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Ingestion.Reading.Tables;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Joins lines into paragraphs inside a column, then across columns and pages.</summary>
internal static class ParagraphJoiner
{
    // Lines of one paragraph keep their distance to within rounding; the space between paragraphs is rarely less than a
    // sixth of a line.
    private const float WiderThanPitch = 1.13f;

    public static List<IFlow> Join(IReadOnlyList<Region> found)
    {
        var regions = Margins.Complete(found);
        var pitches = new LinePitch(regions);
        var flow = new List<IFlow>();
        foreach (var region in regions)
        {
            var own = InColumn(region, pitches);
            if (flow.Count > 0 && own.Count > 0 && TryContinue(flow[^1], own[0], region))
                own.RemoveAt(0);
            flow.AddRange(own);
        }

        return flow;
    }

    private static bool TryContinue(IFlow before, IFlow after, Region region)
    {
        switch (before, after)
        {
            case (TableFlow table, TableFlow part):
                return table.TryAdd(part.First);
            case (Paragraph first, Paragraph second) when GoesOn(first, second):
                first.Lines.AddRange(second.Lines);
                first.Region = region;
                return true;
            default:
                return false;
        }
    }

    private static List<IFlow> InColumn(Region region, LinePitch pitches)
    {
        var flow = new List<IFlow>();
        IPlaced? before = null;
        foreach (var item in region.Items)
        {
            if (item is TableGrid table)
                flow.Add(new TableFlow(table));
            else if (item is Line line)
                Add(line);
            before = item;
        }

        return flow;

        void Add(Line line)
        {
            var space = before is Line above ? line.Baseline - above.Baseline : float.MaxValue;
            if (before is Line && flow[^1] is Paragraph current && !Begins(region, current, line, space, pitches.Of(line.Size)))
                current.Lines.Add(line);
            else
                flow.Add(new Paragraph(region, line) { SpaceBefore = before is null ? float.MaxValue : line.Top - before.Bottom });
        }
    }

    private static bool Begins(Region region, Paragraph current, Line line, float space, float pitch)
    {
        var last = current.Last;
        if (line.Frame != last.Frame || line.HasBullet || last.HasLeader || line.Tag != last.Tag)
            return true;
        if (Math.Abs(line.Size - last.Size) > 0.08f * last.Size || line.IsBold != last.IsBold && !current.First.StartsBold)
            return true;
        if (line.IsBold != last.IsBold && (current.IsBold || line.IsBold) && Margins.IsShort(region, last, line))
            return true;
        if (space > WiderThanPitch * pitch * Math.Max(line.Size, last.Size) || space < 0.5f * line.Size)
            return true;
        if (Markers.IsCertain(line) || Markers.Of(line) is not null && (Margins.IsShort(region, last, line) || EndsSentence(last) || Markers.Follows(current.First, line)))
            return true;

        var indented = line.Left - region.Left > 0.8f * line.Size && last.Left - region.Left < 0.4f * line.Size && current.Lines.Count > 1;
        return indented || Margins.IsShort(region, last, line) && EndsSentence(last) && StartsSentence(line);
    }

    /// <summary>Whether a paragraph at the end of a column goes on at the top of the next.</summary>
    private static bool GoesOn(Paragraph before, Paragraph after)
    {
        // A page without text lies between: what it held is not known.
        if (after.Page > before.Last.Page + 1 || before.Last.HasLeader)
            return false;
        if ((before.Last.Frame < 0) != (after.First.Frame < 0) || Markers.IsCertain(after.First))
            return false;
        if (Math.Abs(before.Last.Size - after.First.Size) > 0.06f * before.Last.Size || before.Last.IsBold != after.First.IsBold)
            return false;
        if (Hyphenation.EndsWithHyphen(before.Last.Words[^1].Text))
            return true;
        if (Margins.IsShort(before.Region, before.Last, after.First))
            return false;
        return !EndsSentence(before.Last) || !StartsSentence(after.First) && Markers.Of(after.First) is null;
    }

    private static bool EndsSentence(Line line) => line.Words[^1].Text.TrimEnd('»', '"', ')', ' ', '\u00A0')[..] is var text && text.Length > 0 && text[^1] is '.' or ';' or ':' or '!' or '?';

    private static bool StartsSentence(Line line)
    {
        var text = line.Words[0].Text.AsSpan().TrimStart("«\"([ \u00A0");
        return text.Length > 0 && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || !char.IsLetterOrDigit(text[0]));
    }
}
