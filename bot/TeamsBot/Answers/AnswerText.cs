using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Lays an answer out as lines of text for the console.</summary>
internal static class AnswerText
{
    public static string Of(AnswerView view)
    {
        var messages = Messages.In(view.Language);
        var text = new StringBuilder();
        text.Append(view.Date).Append(" · ").Append(view.Searched);
        if (view is AnswerView.Grounded { Writer: var writer })
            text.Append(" · ").Append(writer);
        text.AppendLine();
        if (view.Notice is { } notice)
            text.AppendLine(notice);
        text.AppendLine();

        switch (view)
        {
            case AnswerView.Grounded grounded:
                Write(text, grounded, messages);
                break;
            case AnswerView.Abstention abstention:
                Write(text, abstention, messages);
                break;
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, AnswerView.Grounded view, Messages messages)
    {
        foreach (var part in view.Parts)
        {
            if (part.Heading is { } heading)
                text.AppendLine().AppendLine(heading);
            foreach (var claim in part.Claims)
                Write(text, claim);
        }

        text.AppendLine().AppendLine(messages.SourcesTitle);
        foreach (var place in view.Sources)
        {
            Write(text, $"[{place.First.Number}] ", place.First, messages);
            foreach (var further in place.Sources.Skip(1))
                text.Append(CultureInfo.InvariantCulture, $"[{further.Number}] ").AppendLine(Quoted(further, messages));
        }
    }

    private static void Write(StringBuilder text, AnswerView.Abstention view, Messages messages)
    {
        text.Append("!! ").AppendLine(view.Title).AppendLine(view.Reason);
        if (view.Terms is { } terms)
            text.AppendLine(terms);
        if (view.Nearest.IsEmpty)
            return;
        text.AppendLine().AppendLine(messages.NearestTitle);
        foreach (var source in view.Nearest)
            Write(text, "- ", source, messages);
    }

    private static void Write(StringBuilder text, ClaimView claim)
    {
        var marks = string.Concat(claim.Sources.Select(source => $" [{source.Number}]"));
        if (claim.Table is { } table)
            Write(text, table);
        for (var i = 0; i < claim.Lines.Length; i++)
            text.Append(claim.Lines[i].IsItem ? "  " : "").Append(claim.Lines[i].Text).AppendLine(i == claim.Lines.Length - 1 ? marks : "");
        if (claim.Table is not null)
            text.AppendLine(marks.TrimStart());
        if (claim.Cut is { } cut)
            text.Append("  (").Append(cut).AppendLine(")");
    }

    private static void Write(StringBuilder text, CitedTable table)
    {
        if (table.Caption.Length > 0)
            text.AppendLine(table.Caption);
        var rows = table.Header.IsEmpty ? table.Rows : table.Rows.Insert(0, table.Header);
        var widths = Widths(rows);
        for (var r = 0; r < rows.Length; r++)
        {
            var inForce = table.InForceRow is { } row && r == row + (table.Header.IsEmpty ? 0 : 1);
            text.Append(inForce ? "> " : "  ")
                .AppendLine(string.Join("  ", rows[r].Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
        }
    }

    private static ImmutableArray<int> Widths(ImmutableArray<ImmutableArray<string>> rows) =>
        [.. Enumerable.Range(0, rows.Max(row => row.Length)).Select(c => rows.Where(row => c < row.Length).Max(row => row[c].Length))];

    private static void Write(StringBuilder text, string mark, SourceView source, Messages messages)
    {
        var indent = new string(' ', mark.Length);
        text.Append(mark).Append(source.Title);
        if (source.Sample is { } sample)
            text.Append(" (").Append(sample).Append(')');
        text.AppendLine();
        if (!source.Path.IsEmpty)
            text.Append(indent).AppendLine(string.Join(" › ", source.Path));
        text.Append(indent).Append(source.Pages).Append(", ").AppendLine(source.Validity);
        text.Append(indent).AppendLine(Quoted(source, messages));
    }

    private static string Quoted(SourceView source, Messages messages) => messages.Quoted(source.Quote.ReplaceLineEndings("\n    "));
}
