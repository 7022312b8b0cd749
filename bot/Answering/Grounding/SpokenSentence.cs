using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Makes a line of a claim's sentences: whole when it fits, else the stretches around the value or the rule, cut at the author's own
/// marks, with "…" where something is left out.
/// </summary>
internal sealed partial class SpokenSentence(QuestionFit fit)
{
    private const string Omission = "…";
    private const int FewestLetters = 8;

    /// <param name="text">The claim's words.</param>
    /// <param name="length">Most characters of the line.</param>
    public SpokenLine Of(string text, int length = FirstLine.MaxLength)
    {
        var stretches = Stretch.Of(text);
        if (stretches.IsEmpty)
            return WordCut.Of(text, length);
        var marked = new StretchWeights(text, stretches, fit);
        if (Line(text, marked, new(0, stretches.Length - 1, 0, -1), length) is { } whole)
            return whole;
        // Where no mark of the author's gives a line that says it as well: before the words that open a clause, or where the line is full.
        var finer = new StretchWeights(text, Stretch.Finer(text, stretches), fit);
        return Lines(text, marked, stretches, length).Concat(Lines(text, finer, Stretch.Finer(text, stretches), length)).Concat(Beginnings(text, marked, length))
            .Aggregate((SpokenLine?)null, (best, line) => best is null || line.Score > best.Score + 1e-9 ? line : best) ?? WordCut.Of(text, length);
    }

    private static IEnumerable<SpokenLine> Lines(string text, StretchWeights weights, ImmutableArray<Stretch> stretches, int length)
    {
        foreach (var runs in Runs.Of(text, stretches, length))
        {
            if (weights.MayBeCut(runs) && Line(text, weights, runs, length) is { } line)
                yield return line;
        }
    }

    /// <summary>The beginning of each sentence that is longer than the line.</summary>
    private IEnumerable<SpokenLine> Beginnings(string text, StretchWeights weights, int length)
    {
        for (var first = 0; first < weights.Count; first++)
        {
            var last = first;
            while (last + 1 < weights.Count && weights[last + 1].Stretch.Sentence == weights[first].Stretch.Sentence)
                last++;
            var (start, end) = (weights[first].Stretch.Start, weights[last].Stretch.End);
            if (weights[first].Stretch.Line == 0 && end - start > length)
            {
                var line = WordCut.Of(text[start..end], length);
                var kept = weights.Weigh(weights[first].Stretch with { End = start + line.Pieces[0].Length }, fit);
                if (HoldsTogether(line.Pieces) && !StretchWeights.Restricts(text[kept.Stretch.End..weights[WithCut(kept.Stretch.End)].Stretch.End]))
                    yield return line with { Score = StretchWeights.OfBeginning(kept, fit.FigureIn(text[kept.Stretch.End..end])), HasFigure = kept.Figure > 0 };
            }

            first = last;
        }

        int WithCut(int at) => Enumerable.Range(0, weights.Count).First(i => weights[i].Stretch.End >= at);
    }

    private static SpokenLine? Line(string text, StretchWeights weights, Runs runs, int length)
    {
        var (first, end) = (weights[runs.First].Stretch, weights[runs.End].Stretch);
        // What stands in brackets says nothing without the words before.
        if (text[first.Start] == '(' || (runs.HasGap && text[weights[runs.Next].Stretch.Start] == '('))
            return null;
        var pieces = PiecesOf(text, weights, runs.First, runs.Last);
        var line = (first.OpensSentence ? "" : Omission + " ") + string.Join(' ', pieces);
        if (runs.HasGap)
        {
            var more = PiecesOf(text, weights, runs.Next, runs.End);
            (line, pieces) = (Cut(line) + " " + string.Join(' ', more), [.. pieces, .. more]);
        }

        var isLast = runs.End == weights.Count - 1;
        if (!end.ClosesSentence || (!isLast && line.EndsWith(':')))
            line = Cut(line);
        else if (end.Line > 0 || !isLast)
            line = line.TrimEnd(';', ',', ' ', '\u00a0', '\u202f');
        // The full stop is no word: a sentence that fits without it fits.
        if (line.Length == length + 1 && line.EndsWith('.'))
            line = line[..^1];
        if (line.Length > length || !HoldsTogether(pieces) || line.Count(char.IsLetter) < FewestLetters)
            return null;
        return new(line, pieces) { Score = weights.Of(runs), HasFigure = weights.HasFigure(runs), IsWhole = runs.First == 0 && isLast && !runs.HasGap };
    }

    /// <summary>The line with its sign that something is left out: behind the last word, or behind the colon that announces it.</summary>
    private static string Cut(string line) => line.EndsWith(':') ? line + " " + Omission : line.TrimEnd(',', ';', '–', '—', '-', ' ', '\u00a0', '\u202f') + Omission;

    /// <summary>The words of a run, one piece a line of the claim.</summary>
    private static ImmutableArray<string> PiecesOf(string text, StretchWeights weights, int from, int to)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        for (var i = from; i <= to;)
        {
            var last = i;
            while (last < to && weights[last + 1].Stretch.Line == weights[i].Stretch.Line)
                last++;
            pieces.Add(text[weights[i].Stretch.Start..weights[last].Stretch.End]);
            i = last + 1;
        }

        return pieces.ToImmutable();
    }

    /// <summary>No bracket without its other half, and no range: "entre 5 €" alone is another rule than "entre 5 € et 9 €".</summary>
    private static bool HoldsTogether(ImmutableArray<string> pieces) => pieces.All(piece =>
    {
        if (HalfRange().IsMatch(piece))
            return false;
        var depth = 0;
        foreach (var character in piece)
        {
            depth += character is '(' or '«' ? 1 : character is ')' or '»' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    });

    [GeneratedRegex(@"\bentre\s+(?:l[ea]s?\s+)?\d(?:(?!\bet\b).)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex HalfRange();
}
