using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>
/// Reads the days of effect where the document states them of itself. A wrong date gives wrong rules: two statements that differ, a
/// date of signature, publication or check, a date of a part or of another text are none.
/// </summary>
internal sealed class PeriodReader(FrontMatter front, string? kind, ImmutableArray<FrontLine> title)
{
    /// <summary>Words in front of "applicable" in a frame: a longer phrase speaks of something else.</summary>
    private const int LongestLead = 60;

    private sealed record Statement(DateOnly Day, Printed Printed);

    public (Proposed<DateOnly>? From, Proposed<DateOnly>? Until) Read()
    {
        // A consolidated code prints days of its articles and of its edition, none of its own.
        if (kind == "code")
            return (null, null);
        var spans = Stated(DescribingPatterns.StatedSpan).ToList();
        var froms = spans.Select(match => First(match)).Concat(Stated(DescribingPatterns.StatedFrom).Select(match => Of(match, "day", "month"))).ToList();
        var untils = spans.Select(match => Of(match, "last")).Concat(Stated(DescribingPatterns.StatedUntil).Select(match => Of(match, "last")))
            .Concat(Stated(DescribingPatterns.StatedRepeal).Select(DayBefore)).ToList();
        var from = Agreed(froms) ?? (froms.Count > 0 ? null : Agreed([.. Said(DescribingPatterns.SaidFrom).Select(match => Of(match, "day"))]));
        var until = Agreed(untils) ?? (untils.Count > 0 ? null : Agreed(
            [.. Said(DescribingPatterns.SaidUntil).Select(match => Of(match, "last")), .. Said(DescribingPatterns.SaidRepeal).Select(DayBefore)]));
        return from?.Value > until?.Value ? (null, null) : (from, until);
    }

    private static Proposed<DateOnly>? Agreed(List<Statement?> statements) =>
        statements.Count > 0 && statements[0] is { } first && statements.TrueForAll(other => other?.Day == first.Day)
            ? new(first.Day, first.Printed.Words, first.Printed.Page)
            : null;

    // In the introduction, on a line of its own or in the title.
    private IEnumerable<Match> Stated(Regex pattern) => pattern.Matches(front.Flow).Where(match =>
        match.Index < front.IntroductionEnd && front.LineAt(Begin(match)) is { } line && MayState(line, match) && !NamesAnotherDay(match) && !GoesOn(match));

    private static int Begin(Match match) => match.Index + (match.Value.StartsWith('\n') ? 1 : 0);

    private bool MayState(FrontLine line, Match match)
    {
        var lead = match.Groups["lead"].Value.Trim();
        if (DescribingPatterns.NotItsOwn.IsMatch(lead) || line.Block.Kind is BlockKind.Caption)
            return false;
        if (title.Contains(line))
            return true;
        // "Circulaire n° 2019-07 applicable au…" among the texts that are cited.
        if (DescribingPatterns.Verb.IsMatch(lead) || lead.Contains('°', StringComparison.Ordinal) || (lead.Length > 0 && Citing.IsCited(front, line)))
            return false;
        // "…le plafond / applicable au 1er janvier…": the line goes on with a sentence.
        if (BeginsCell(line, match))
            return true;
        var begins = line.IsFirst || line.BeginsUpper || line.Block.Kind == BlockKind.Table;
        return begins && (lead.Length == 0 || (lead.Length <= LongestLead && (DescribingPatterns.WholeText.IsMatch(lead) || lead is "date" or "date :" or "-" or "•")));
    }

    // A row with two labels and two values.
    private static bool BeginsCell(FrontLine line, Match match) =>
        match.Groups["effect"] is { Success: true } effect && effect.Index - line.Start is > 0 and var at
        && line.Letters.Source[line.Letters.SourceOf(at) - 1] == '\t';

    private IEnumerable<Match> Said(Regex pattern) => pattern.Matches(front.Flow).Where(match =>
        IsOwn(match.Groups["noun"].Value) && !DescribingPatterns.NotItsOwn.IsMatch(match.Groups["gap"].Value) && !NamesAnotherDay(match)
        && front.LineAt(match.Index) is { } line && !DescribingPatterns.NotItsOwn.IsMatch(line.Plain[..Math.Max(0, match.Index - line.Start)]));

    private bool IsOwn(string noun)
    {
        if (noun is "texte" or "document" or "dispositions" or "mesures" or "instructions")
            return true;
        var named = KindReader.KindOf(noun);
        return named is not null && (kind is null || kind == named || (DescribingPatterns.Letters.Contains(named) && DescribingPatterns.Letters.Contains(kind)));
    }

    private bool NamesAnotherDay(Match match)
    {
        var end = match.Index + match.Length;
        return DescribingPatterns.AnotherDay.IsMatch(front.Flow.AsSpan(end, Math.Min(80, front.Flow.Length - end)));
    }

    private bool GoesOn(Match match)
    {
        var end = match.Index + match.Length;
        var block = front.LineAt(end)?.Block;
        var last = front.Lines.Where(line => line.Block == block).Select(line => line.End).DefaultIfEmpty(end).Max();
        return DescribingPatterns.GoesOn.IsMatch(front.Flow.AsSpan(end, Math.Max(0, Math.Min(last, end + 100) - end)));
    }

    private Statement? Of(Match match, params ReadOnlySpan<string> groups)
    {
        foreach (var group in groups)
        {
            if (match.Groups[group] is { Success: true } found)
                return PrintedDays.Read(found.Value) is { } day ? new(day, Words(match)) : null;
        }

        return null;
    }

    private Statement? First(Match match) =>
        PrintedDays.Read(match.Groups["last"].Value) is { } last && PrintedDays.Read(match.Groups["day"].Value, last) is { } day ? new(day, Words(match)) : null;

    private Statement? DayBefore(Match match) =>
        Of(match, "day") is { } repeal && repeal.Day > DateOnly.MinValue ? repeal with { Day = repeal.Day.AddDays(-1) } : null;

    // From the word that states it: what stands before it on the line says nothing about days.
    private Printed Words(Match match)
    {
        var start = match.Groups["effect"] is { Success: true } effect ? effect.Index : Begin(match);
        return front.PrintedAt(start, match.Index + match.Length - start);
    }
}
