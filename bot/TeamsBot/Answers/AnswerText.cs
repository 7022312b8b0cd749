using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
        foreach (var said in new[] { view.UnderstoodAs, view.Notice, view.Compared })
        {
            if (said is not null)
                text.AppendLine(said);
        }

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
        text.AppendLine(view.FirstLine.Spoken);
        Write(text, view.Conflicts.Select(conflict => conflict.Sentence), messages.ConflictsTitle);
        foreach (var part in view.Parts)
        {
            text.AppendLine();
            if (part.Heading is { } heading)
                text.AppendLine(heading);
            foreach (var claim in part.Claims)
                Write(text, claim);
        }

        Write(text, view.Missing, messages.MissingTitle);
        if (view.Dropped is { } dropped)
        {
            text.AppendLine().AppendLine(dropped.Sentence);
            Write(text, dropped.Unsourced, messages.UnsourcedTitle);
        }

        text.AppendLine().AppendLine(messages.SourcesTitle);
        foreach (var place in view.Sources)
        {
            Write(text, $"[{place.First.Number}] ", place.First, messages);
            foreach (var further in place.Sources.Skip(1))
                text.Append(CultureInfo.InvariantCulture, $"[{further.Number}] ").AppendLine(Quoted(further, messages));
        }

        Write(text, view.FollowUpQuestions, messages.FollowUpQuestions);
    }

    private static void Write(StringBuilder text, IEnumerable<string> lines, string heading)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            if (isFirst)
                text.AppendLine().AppendLine(heading);
            isFirst = false;
            text.Append("- ").AppendLine(line);
        }
    }

    private static void Write(StringBuilder text, AnswerView.Abstention view, Messages messages)
    {
        text.Append("!! ").AppendLine(view.Title).AppendLine(view.Reason);
        if (view.Writing is { } writing)
            text.Append('(').Append(writing).AppendLine(")");
        if (view.Terms is { } terms)
            text.AppendLine(terms);
        text.AppendLine(view.ToCaller);
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

    private static void Write(StringBuilder text, TableView table)
    {
        if (table.Caption.Text.Length > 0)
            text.AppendLine(table.Caption.Text);
        ImmutableArray<ImmutableArray<string>> cells = [[.. table.Header.Select(cell => cell.Text)], .. table.Rows.Select(row => row.Cells.Select(cell => cell.Text).ToImmutableArray())];
        var widths = Widths(cells);
        for (var r = table.Header.IsEmpty ? 1 : 0; r < cells.Length; r++)
        {
            text.Append(r > 0 && table.Rows[r - 1].Standing == RowStanding.InForce ? "> " : "  ")
                .AppendLine(string.Join("  ", cells[r].Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
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
