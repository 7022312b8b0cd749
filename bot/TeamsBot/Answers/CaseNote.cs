using System.Text;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>The answer as plain text for a case file: what is said, on what it rests, on which date; never the question.</summary>
internal static class CaseNote
{
    public static string Of(AnswerView.Grounded view)
    {
        var messages = Messages.In(view.Language);
        var text = new StringBuilder();
        text.Append(view.FirstLine.Spoken).Append('.').Append('\n');
        if (view.Notice is { } notice)
            text.Append('\n').Append(notice).Append('\n');
        foreach (var part in view.Parts)
        {
            text.Append('\n');
            if (part.Heading is { } heading)
                text.Append(heading).Append('\n');
            foreach (var claim in part.Claims)
                Write(text, claim, messages);
        }

        List(text, view.Conflicts.Select(conflict => conflict.Sentence), messages.ConflictsTitle);
        // Open points are the agent's work; what was dropped is nobody's.
        List(text, view.Missing, messages.MissingTitle);
        text.Append('\n').Append(messages.SourcesTitle).Append('\n');
        foreach (var place in view.Sources)
            Write(text, place);
        return text.Append('\n').Append(view.Date).Append(view.IsByModel ? $" · {view.Writer}" : "").Append('\n').ToString();
    }

    private static void List(StringBuilder text, IEnumerable<string> lines, string heading)
    {
        var all = lines.ToArray();
        if (all.Length > 0)
            text.Append('\n').Append(heading).Append('\n');
        foreach (var line in all)
            text.Append("- ").Append(line).Append('\n');
    }

    private static void Write(StringBuilder text, ClaimView claim, Messages messages)
    {
        var marks = string.Concat(claim.Sources.Select(source => $" [{source.Number}]"));
        if (claim.Table is { } table)
        {
            if (table.Caption.Text.Length > 0)
                text.Append(table.Caption.Text).Append('\n');
            if (!table.Header.IsEmpty)
                text.Append(string.Join(" | ", table.Header.Select(cell => cell.Text))).Append('\n');
            foreach (var row in table.Rows)
                text.Append(string.Join(" | ", row.Cells.Select(cell => cell.Text))).Append(Standing(row, messages)).Append('\n');
            text.Append(marks.TrimStart()).Append('\n');
        }

        for (var i = 0; i < claim.Lines.Length; i++)
            text.Append(claim.Lines[i].Text).Append(i == claim.Lines.Length - 1 ? marks : "").Append('\n');
        if (claim.Cut is { } cut)
            text.Append('(').Append(cut).Append(")\n");
    }

    // What bold and grey say on the page.
    private static string Standing(RowView row, Messages messages) => row.Standing switch
    {
        RowStanding.InForce => $" ({messages.InForce})",
        RowStanding.OtherPeriod => $" ({messages.OtherPeriod})",
        _ => "",
    };

    private static void Write(StringBuilder text, SourcePlace place)
    {
        var source = place.First;
        text.Append(string.Join(' ', place.Sources.Select(one => $"[{one.Number}]"))).Append(' ').Append(source.Title);
        if (source.Sample is { } sample)
            text.Append(" (").Append(sample).Append(')');
        if (!source.Path.IsEmpty)
            text.Append(", ").Append(string.Join(" › ", source.Path));
        text.Append(", ").Append(source.Pages).Append(", ").Append(source.Validity).Append('\n');
    }
}
