using System.Collections.Immutable;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>
/// Finds the place of each heading among those before it. Sequence is the surest sign (1.2 after 1.1, B after A), then the custom
/// of division words, then articles, and only then looks: type size, weight, bookmarks.
/// </summary>
internal sealed class OutlineStack
{
    private readonly List<SectionDraft> _open = [];

    internal SectionDraft? Top => _open.Count == 0 ? null : _open[^1];

    internal SectionDraft Push(HeadingLine line)
    {
        var mark = line.Mark;
        if (mark is { Kind: MarkKind.Number })
            line = line with { Mark = mark = Resolve(mark) };

        var depth = mark?.Kind switch
        {
            MarkKind.Number or MarkKind.Labelled => DepthBySequence(mark) ?? DepthByFamily(line, mark),
            MarkKind.Division => DepthByWord(mark),
            _ => null,
        } ?? DepthByRank(line);
        _open.RemoveRange(depth, _open.Count - depth);
        var draft = new SectionDraft(KindOf(mark, Top), line, Top);
        _open.Add(draft);
        return draft;
    }

    private static SectionKind KindOf(HeadingMark? mark, SectionDraft? parent) => mark?.Kind switch
    {
        null => SectionKind.Plain,
        MarkKind.Division => SectionKind.Division,
        MarkKind.Article => SectionKind.Article,
        // "Annexe I" again under the heading "Annexe I : Barème" is the provision itself, cited like an article.
        MarkKind.Annex => mark.After == AfterMark.Nothing && parent is { Kind: SectionKind.Annex } ? SectionKind.Article : SectionKind.Annex,
        _ => SectionKind.Numbered,
    };

    // "I", "V" and "X" number a title or come after "H", "U" and "W": what stands before decides.
    private HeadingMark Resolve(HeadingMark mark)
    {
        if (mark.Steps is not [{ Style: NumberStyle.Roman, Value: 1 or 5 or 10 } step])
            return mark;
        var letter = step.Value switch { 1 => 9, 5 => 22, _ => 24 };
        ImmutableArray<NumberStep> asLetter = [new(NumberStyle.Capital, letter)];
        return _open.Exists(open => IsNext(open.Line?.Mark, mark with { Steps = asLetter })) ? mark with { Steps = asLetter } : mark;
    }

    // A title closes every title, chapter and section before it, whatever stands between.
    private int? DepthByWord(HeadingMark mark)
    {
        var depth = _open.FindIndex(open => open.Line?.Mark is { Kind: MarkKind.Division } other && other.Rank >= mark.Rank);
        return depth < 0 ? null : depth;
    }

    /// <summary>The depth at which the number goes on a sequence that is open, or begins one under its own prefix; null when neither.</summary>
    private int? DepthBySequence(HeadingMark mark)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var other = _open[i].Line?.Mark;
            if (IsNext(other, mark))
                return i;
            if (other is { Kind: MarkKind.Number } && mark.Kind == MarkKind.Number && mark.Steps.Length > 1 && IsPrefix(other.Steps, mark.Steps))
                return i + 1;
        }

        return null;
    }

    // "2.1" after "1.1 > a)" goes beside "1.1" though it continues nothing that is open; in an article numbers begin anew.
    private int? DepthByFamily(HeadingLine line, HeadingMark mark)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind != SectionKind.Article; i--)
        {
            if (_open[i].Line is not { Mark: { } other } open || other.Kind != mark.Kind || other.Word != mark.Word || !SameFamily(other, mark) || other.Steps.Length > mark.Steps.Length)
                continue;
            return line.CompareLooks(open) > 0 && other.Steps.Length == mark.Steps.Length ? null : i + (mark.Steps.Length > other.Steps.Length ? 1 : 0);
        }

        return null;
    }

    private static bool SameFamily(HeadingMark one, HeadingMark other) => one.Steps[0].Style == other.Steps[0].Style && (one.Steps.Length > 1 || other.Steps.Length > 1 || one.Steps[^1].Style == other.Steps[^1].Style);

    private static bool IsNext(HeadingMark? before, HeadingMark mark) =>
        before is not null && before.Kind == mark.Kind && before.Word == mark.Word && before.Steps.Length == mark.Steps.Length && mark.Steps.Length > 0
        && before.Steps[..^1].SequenceEqual(mark.Steps[..^1])
        && before.Steps[^1].Style == mark.Steps[^1].Style && before.Steps[^1].Value + 1 == mark.Steps[^1].Value;

    private static bool IsPrefix(ImmutableArray<NumberStep> prefix, ImmutableArray<NumberStep> steps) =>
        prefix.Length < steps.Length && prefix.SequenceEqual(steps[..prefix.Length]);

    private int DepthByRank(HeadingLine line)
    {
        var depth = _open.Count;
        while (depth > 0 && _open[depth - 1].Line is { } above && Compare(line, above, _open[depth - 1]) <= 0)
            depth--;
        return depth;
    }

    /// <summary>Positive when the heading goes under the open one, 0 beside it, negative above it.</summary>
    private static int Compare(HeadingLine line, HeadingLine open, SectionDraft draft)
    {
        var looks = line.CompareLooks(open);
        return (line.Mark?.Kind, draft.Kind) switch
        {
            (MarkKind.Division, SectionKind.Division) => line.Mark.Rank - (open.Mark?.Rank ?? 0),
            (MarkKind.Division, SectionKind.Annex) => line.Mark.Rank > 3 ? 1 : looks,
            (MarkKind.Division, SectionKind.Plain) => draft.IsInArticle ? -1 : looks,
            (MarkKind.Division, _) => -1,
            (MarkKind.Article, SectionKind.Division) => 1,
            (MarkKind.Article, SectionKind.Annex) => 1,
            (MarkKind.Article, _) => draft.IsInArticle ? (draft.Kind == SectionKind.Article ? 0 : -1) : looks >= 0 ? 1 : -1,
            (MarkKind.Annex, SectionKind.Annex) => line.Mark.After == AfterMark.Nothing && SameAnnex(line, open) ? 1 : 0,
            (MarkKind.Annex, _) => -1,
            (_, SectionKind.Division or SectionKind.Annex) => looks < 0 && line.Mark is null ? -1 : 1,
            (_, SectionKind.Article) => looks < 0 ? -1 : 1,
            (MarkKind.Number or MarkKind.Labelled, SectionKind.Numbered) => CompareNumbers(line, open, looks),
            _ => looks,
        };
    }

    private static bool SameAnnex(HeadingLine line, HeadingLine open) =>
        open.Mark is { Kind: MarkKind.Annex, After: not AfterMark.Nothing } && line.Mark is not null
        && string.Equals(line.Mark.Printed, open.Mark.Printed, StringComparison.OrdinalIgnoreCase);

    private static int CompareNumbers(HeadingLine line, HeadingLine open, int looks)
    {
        if (line.Mark is not { } mark || open.Mark is not { } other)
            return looks;
        if (mark.Kind != other.Kind || mark.Word != other.Word)
            return looks != 0 ? looks : mark.Kind == MarkKind.Labelled ? -1 : 1;
        if (SameFamily(mark, other))
            return mark.Steps.Length - other.Steps.Length;
        // Another way of numbering begins a level below, unless the looks say that it is wider.
        return looks < 0 ? -1 : 1;
    }
}
