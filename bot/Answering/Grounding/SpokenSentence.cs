using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Makes a line of a claim's sentences: whole when it fits, else the stretches around the value or the rule, cut at the author's own
/// marks, with "…" where something is left out.
/// </summary>
internal sealed partial class SpokenSentence(QuestionFit fit)
{
    private const double FigureShare = 1.0;
    private const double VerbShare = 0.5;
    private const double LeadCut = 0.25;
    private const double LostClause = 0.4;
    private const double GapCut = 0.12;
    private const double TailCut = 0.05;
    private const double WordCut = 0.15;
    private const double RestrictionLost = 0.3;
    private const double LaterSentence = 0.08;

    /// <param name="text">The claim's words.</param>
    /// <param name="length">Most characters of the line.</param>
    public SpokenLine Of(string text, int length = FirstLine.MaxLength)
    {
        var stretches = Stretch.Of(text);
        if (stretches.IsEmpty)
            return HardCut(text, length);
        var marked = Best(text, stretches, length);
        if (marked is { IsWhole: true })
            return marked;
        // Where no mark of the author's gives a line that says it as well: before the words that open a clause.
        var finer = Best(text, Stretch.Finer(text, stretches), length);
        return finer is not null && (marked is null || finer.Score > marked.Score + 1e-9) ? finer : marked ?? HardCut(text, length);
    }

    private SpokenLine? Best(string text, ImmutableArray<Stretch> stretches, int length)
    {
        var weighed = stretches.Select(stretch => Weigh(text, stretch)).ToArray();
        SpokenLine? best = null;
        foreach (var runs in Choices(text, stretches, length))
        {
            var line = Line(text, weighed, runs);
            if (line is not null && line.Text.Length <= length && (best is null || line.Score > best.Score + 1e-9))
                best = line;
        }

        return best;
    }

    /// <summary>One run of stretches, or two with something left out between them: of one sentence, or an introduction and its item.</summary>
    private static IEnumerable<Runs> Choices(string text, ImmutableArray<Stretch> stretches, int length)
    {
        for (var i = 0; i < stretches.Length; i++)
        {
            for (var j = i; j < stretches.Length && LengthOf(stretches, i, j) <= length; j++)
            {
                yield return new(i, j, 0, -1);
                var introduces = stretches[i].Line == 0 && stretches[i].OpensSentence && text[stretches[j].End - 1] == ':';
                for (var k = j + 2; k < stretches.Length && (introduces || stretches[k].Sentence == stretches[j].Sentence); k++)
                {
                    if (introduces && stretches[k].Sentence != stretches[j].Sentence && !stretches[k].OpensSentence)
                        continue;
                    for (var l = k; l < stretches.Length && LengthOf(stretches, i, j) + LengthOf(stretches, k, l) <= length && stretches[l].Sentence == stretches[k].Sentence; l++)
                        yield return new(i, j, k, l);
                }
            }
        }
    }

    private static int LengthOf(ImmutableArray<Stretch> stretches, int first, int last) => stretches[last].End - stretches[first].Start;

    private static SpokenLine? Line(string text, Weighed[] weighed, Runs runs)
    {
        var last = weighed[^1].Stretch;
        var (first, end) = (weighed[runs.First].Stretch, weighed[runs.End].Stretch);
        var whole = runs.First == 0 && runs.End == weighed.Length - 1 && !runs.HasGap;
        if (!whole && !MayBeCut(text, weighed, runs))
            return null;
        var pieces = PiecesOf(text, weighed, runs.First, runs.Last);
        var line = (first.OpensSentence ? "" : "… ") + string.Join(' ', pieces);
        if (runs.HasGap)
        {
            var more = PiecesOf(text, weighed, runs.Next, runs.End);
            (line, pieces) = (Trimmed(line) + (line.EndsWith(':') ? " … " : "… ") + string.Join(' ', more), [.. pieces, .. more]);
        }

        if (!end.ClosesSentence || (end != last && line.EndsWith(':')))
            line = line.EndsWith(':') ? line + " …" : Trimmed(line) + "…";
        else if (end.Line > 0 || end != last)
            line = line.TrimEnd(';', ',', ' ', '\u00a0', '\u202f');
        if (!IsBalanced(pieces))
            return null;
        return new(line, pieces) { Score = Score(text, weighed, runs), HasFigure = runs.Indices.Any(i => weighed[i].Figure > 0), IsWhole = whole };
    }

    private static double Score(string text, Weighed[] weighed, Runs runs)
    {
        var kept = runs.Indices.Select(i => weighed[i]).ToArray();
        var (first, end) = (kept[0].Stretch, kept[^1].Stretch);
        var score = (FigureShare * kept.Max(one => one.Figure)) + Covered(kept) + (kept.Any(one => one.IsMain) ? VerbShare : 0);
        if (!first.OpensSentence)
            score -= LeadCut + (weighed[runs.First - 1] is { IsMain: true } before && text[before.Stretch.End - 1] is not (':' or ';') ? LostClause : 0);
        else if (first.Sentence > 0 && first.Line == 0 && DraftingWords.LeansOnPrevious(text.AsSpan(first.Start)))
            score -= LeadCut;
        if (runs.HasGap)
            score -= GapCut;
        if (!end.ClosesSentence)
            score -= TailCut + (Dangling().IsMatch(text[first.Start..end.End]) ? 1 : 0);
        score -= WordCut * ((first.CutBefore ? 1 : 0) + (end.CutAfter ? 1 : 0) + (runs.HasGap && (weighed[runs.Last].Stretch.CutAfter || weighed[runs.Next].Stretch.CutBefore) ? 1 : 0));
        if (runs.LeftOut(weighed.Length).Any(i => weighed[i].Restricts && weighed[i].Stretch.Sentence == weighed[i - 1].Stretch.Sentence))
            score -= RestrictionLost;
        return score - (LaterSentence * Math.Min(5, first.Sentence)) + (0.0005 * kept.Sum(one => one.Stretch.End - one.Stretch.Start));
    }

    private static double Covered(Weighed[] kept)
    {
        var sum = 0.0;
        for (var word = 0; word < kept[0].Said.Length; word++)
            sum += kept.Max(one => one.Said[word]);
        return sum;
    }

    /// <summary>Of a list its introduction is kept, or the item with the figure; a word cut never loses what restricts the words before it.</summary>
    private static bool MayBeCut(string text, Weighed[] weighed, Runs runs)
    {
        var end = weighed[runs.End].Stretch;
        var items = weighed[^1].Stretch.Line > 0;
        if (items && end.Line > 0 && runs.Indices.All(i => weighed[i].Figure == 0))
            return false;
        foreach (var i in runs.LeftOut(weighed.Length))
        {
            if (weighed[i].Stretch.CutBefore && Restriction().IsMatch(text[weighed[i].Stretch.Start..weighed[i].Stretch.End]))
                return false;
        }

        return true;
    }

    private Weighed Weigh(string text, Stretch stretch)
    {
        var words = text[stretch.Start..stretch.End];
        var main = DraftingWords.HasVerb(words) && !Subordinate().IsMatch(words);
        return new(stretch, fit.Said(words), fit.FigureIn(words), main, OpensRestriction().IsMatch(words));
    }

    private static ImmutableArray<string> PiecesOf(string text, Weighed[] weighed, int from, int to)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        for (var i = from; i <= to;)
        {
            var last = i;
            while (last < to && weighed[last + 1].Stretch.Line == weighed[i].Stretch.Line)
                last++;
            pieces.Add(text[weighed[i].Stretch.Start..weighed[last].Stretch.End]);
            i = last + 1;
        }

        return pieces.ToImmutable();
    }

    private static string Trimmed(string line) => line.EndsWith(':') ? line : line.TrimEnd(',', ';', '–', '—', '-', ' ', '\u00a0', '\u202f');

    private static bool IsBalanced(ImmutableArray<string> pieces) => pieces.All(piece =>
    {
        var depth = 0;
        foreach (var character in piece)
        {
            depth += character is '(' or '«' ? 1 : character is ')' or '»' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    });

    /// <summary>When nothing else fits: the first words, without tearing a figure from its unit.</summary>
    private static SpokenLine HardCut(string text, int length)
    {
        var flat = text.Replace('\n', ' ').Trim();
        if (flat.Length <= length)
            return new(flat, [.. text.Split('\n')]) { IsWhole = true };
        for (var at = flat.LastIndexOf(' ', length - 1); at > 0; at = flat.LastIndexOf(' ', at - 1))
        {
            var (kept, rest) = (flat[..at].TrimEnd(), flat[at..].TrimStart());
            if (!EndsInFigure().IsMatch(kept) && !BeginsWithUnit().IsMatch(rest))
                return new(kept.TrimEnd(',', ';') + "…", [kept]);
        }

        return new(flat[..(length - 1)] + "…", [flat[..(length - 1)]]);
    }

    private sealed record Weighed(Stretch Stretch, double[] Said, double Figure, bool IsMain, bool Restricts);

    /// <param name="First">The first run begins with this stretch,</param>
    /// <param name="Last">and ends with this one.</param>
    /// <param name="Next">The second run, if there is one, begins with this stretch,</param>
    /// <param name="To">and ends with this one; less than <paramref name="Next"/>: there is none.</param>
    private readonly record struct Runs(int First, int Last, int Next, int To)
    {
        public bool HasGap => To >= Next;
        public int End => HasGap ? To : Last;
        public IEnumerable<int> Indices => HasGap ? Enumerable.Range(First, Last - First + 1).Concat(Enumerable.Range(Next, To - Next + 1)) : Enumerable.Range(First, Last - First + 1);

        /// <summary>Right after what is kept: what would have gone on saying something about it.</summary>
        public IEnumerable<int> LeftOut(int count)
        {
            if (HasGap)
                yield return Last + 1;
            if (End + 1 < count)
                yield return End + 1;
        }
    }

    [GeneratedRegex(@"^(?:[\s,(–—-]|et |ou )*(?:qui|que|qu['’]|dont|lorsqu|lorsque|si\b|s['’]ils?\b|quand|pour\b|afin|sans|en cas|en application|en vertu|dans\b|sous\b|par\b|selon|sauf|où\b|laquelle|lequel|lesquel)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"^[\s,(–—-]*(?:sauf|à condition|sous réserve|sous condition|hors\b|hormis|à l['’]exception|à l['’]exclusion|excepté|au moins|au plus|au maximum|au minimum|sans (?:que|pouvoir|excéder|dépasser)|dans la limite|dans une limite|dans le cas contraire|ou\b|ni\b|mais\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpensRestriction();

    [GeneratedRegex(@"\b(?:ne|n['’]\w+|pas|sauf|à condition|sous réserve|au moins|au plus|au maximum|au minimum|hors|hormis|excepté|exception|dans la limite|seulement|uniquement)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restriction();

    [GeneratedRegex(@"\b(?:est|sont|soit|a|ont|de|du|des|d['’]|le|la|les|l['’]|à|au|aux|et|ou|que|qui|par|pour|dans|en|un|une|sur|avec|peut|peuvent|doit|doivent|ne|pas|(?<!au )plus|(?<!au )moins)[\s,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangling();

    [GeneratedRegex(@"(?:\d|n°|\b(?:article|art\.|[LRDAC]\.|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille|un|une|au|plus|moins|ne))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsInFigure();

    [GeneratedRegex(@"^(?:\d|€|%|euros?\b|pour cent|jours?\b|mois\b|ans?\b|années?\b|semaines?\b|heures?\b|trimestres?\b|tiers\b|quarts?\b|au (?:plus|moins)|pas\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeginsWithUnit();
}
