using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>Reads the mark at the beginning of a text: a division's word, an article's number, an annex, a number.</summary>
internal static class HeadingMarkReader
{
    // Marks and the joint after them are short; the rest of a long paragraph need not be folded.
    private const int Window = 400;

    internal static HeadingMark? Read(string text)
    {
        var plain = PlainLetters.Of(text.Length > Window ? text[..Window] : text);
        return Division(plain) ?? Article(plain) ?? Annex(plain) ?? NumberedTable(plain) ?? Labelled(plain) ?? Number(plain);
    }

    private static HeadingMark? Division(PlainLetters plain)
    {
        var match = DraftingPatterns.Division().Match(plain.Text);
        return match.Success
            ? Mark(MarkKind.Division, plain, match.Length) with { Rank = DraftingPatterns.DivisionRanks[match.Groups["word"].Value] }
            : null;
    }

    private static HeadingMark? Article(PlainLetters plain)
    {
        var word = DraftingPatterns.ArticleWord().Match(plain.Text);
        if (!word.Success)
            word = DraftingPatterns.BareArticle().Match(plain.Text);
        if (!word.Success || !ArticleNumber.TryReadAt(plain, word.Length, out var length))
            return null;
        var start = plain.SourceOf(word.Length);
        var end = plain.SourceOf(word.Length + length - 1) + 1;
        return Mark(MarkKind.Article, plain, word.Length + length) with { Printed = plain.Source[start..end] };
    }

    private static HeadingMark? Annex(PlainLetters plain)
    {
        var match = DraftingPatterns.Annex().Match(plain.Text);
        if (!match.Success)
            return null;
        var rest = match.Groups["rest"];
        var end = rest.Success ? rest.Index : match.Length;
        var mark = Mark(MarkKind.Annex, plain, end) with { Printed = plain.Source[..plain.SourceOf(end)].Trim() };
        return rest.Success ? mark with { After = AfterMark.Title } : mark;
    }

    private static HeadingMark? NumberedTable(PlainLetters plain)
    {
        var match = DraftingPatterns.NumberedTable().Match(plain.Text);
        if (!match.Success)
            return null;
        // "Tableau 2 : montants" is a caption; only the bare number on a line of its own is cited like an article.
        var mark = Mark(MarkKind.Article, plain, match.Length) with { Printed = plain.Source[..plain.SourceOf(match.Length)].Trim() };
        return mark.After is AfterMark.Nothing or AfterMark.Repealed ? mark : null;
    }

    private static HeadingMark? Labelled(PlainLetters plain)
    {
        var match = DraftingPatterns.Labelled().Match(plain.Text);
        if (!match.Success)
            return null;
        var number = match.Groups["number"].Value.ToUpperInvariant();
        var value = RomanNumeral.TryParse(number, out var roman) ? roman : int.Parse(number, CultureInfo.InvariantCulture);
        return Mark(MarkKind.Labelled, plain, match.Length) with
        {
            Word = match.Groups["word"].Value.ToLowerInvariant(),
            Steps = [new(NumberStyle.Arabic, value)],
        };
    }

    private static HeadingMark? Number(PlainLetters plain)
    {
        var match = DraftingPatterns.Number().Match(plain.Text);
        if (!match.Success)
            return null;
        var steps = Steps(match);
        // A number alone needs its sign: "3 enfants" and "A Paris" are text.
        if (steps.IsEmpty || (steps.Length == 1 && match.Groups["sign"].Length == 0))
            return null;
        return Mark(MarkKind.Number, plain, match.Length) with { Steps = steps };
    }

    private static ImmutableArray<NumberStep> Steps(Match match)
    {
        var steps = ImmutableArray.CreateBuilder<NumberStep>();
        foreach (var piece in match.Groups["path"].Value.Split(['.', '-', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiDigit(piece[0]))
                steps.Add(new(NumberStyle.Arabic, int.Parse(piece, CultureInfo.InvariantCulture)));
            else if (RomanNumeral.TryParse(piece, out var roman) && piece is not ("C" or "D" or "L" or "M"))
                steps.Add(new(NumberStyle.Roman, roman));
            else if (piece.Length == 1)
                steps.Add(new(char.IsUpper(piece[0]) ? NumberStyle.Capital : NumberStyle.Small, Letter(piece[0])));
            else
                return [];
        }

        var sign = match.Groups["sign"].Value.Trim();
        if (steps.Count > 0 && steps[^1].Style == NumberStyle.Arabic && sign.Length > 0 && sign[0] is '°' or ')')
            steps[^1] = steps[^1] with { Style = sign[0] == '°' ? NumberStyle.Degree : NumberStyle.ArabicParenthesis };
        if (match.Groups["tail"].Success)
            steps.Add(new(NumberStyle.Small, Letter(match.Groups["tail"].Value[0])));
        return steps.ToImmutable();
    }

    internal static int Letter(char letter) => char.ToLowerInvariant(letter) - 'a' + 1;

    private static HeadingMark Mark(MarkKind kind, PlainLetters plain, int end)
    {
        var joint = DraftingPatterns.Joint().Match(plain.Text, end);
        var next = end + joint.Length;
        return new()
        {
            Kind = kind,
            Length = plain.SourceOf(next),
            After = After(plain, end, joint, next),
        };
    }

    private static AfterMark After(PlainLetters plain, int end, Match joint, int next)
    {
        if (next >= plain.Text.Length)
            return AfterMark.Nothing;
        if (DraftingPatterns.Repealed().IsMatch(plain.Text, end))
            return AfterMark.Repealed;
        if (joint.Value.AsSpan().IndexOfAny(".:/-") >= 0)
            return AfterMark.Joined;
        var first = plain.Text[next];
        return char.IsUpper(first) || char.IsDigit(first) || first is '"' or '«' ? AfterMark.Title : AfterMark.Phrase;
    }
}
