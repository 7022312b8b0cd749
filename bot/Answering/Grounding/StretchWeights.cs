using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <param name="Stretch">What is weighed.</param>
/// <param name="Said">What it says of each of the question's words.</param>
/// <param name="Figure">How well a figure in it is of the kind asked for; 0: none.</param>
/// <param name="IsMain">It says something by itself: a verb that depends on no other clause.</param>
/// <param name="Restricts">It takes something back from the words before it.</param>
internal sealed record StretchWeight(Stretch Stretch, double[] Said, double Figure, bool IsMain, bool Restricts);

/// <summary>What a line made of some stretches of a claim is worth: what it answers, less what cutting it there loses.</summary>
internal sealed partial class StretchWeights
{
    private const double FigureShare = 1.0;
    private const double VerbShare = 0.8;
    private const double LeadCut = 0.25;
    private const double LostClause = 0.4;
    private const double GapCut = 0.12;
    private const double TailCut = 0.05;
    private const double WordCut = 0.15;
    private const double RuleWordCut = 0.35;
    private const double OpensInside = 0.3;
    private const double RestrictionLost = 0.3;
    private const double OtherFigureLost = 0.3;
    private const double LostIntroduction = 0.2;
    private const double LaterSentence = 0.08;
    private const double PerCharacter = 0.0005;

    // Two items of a list whose words of the question differ by less are not told apart by it.
    private const double SameWords = 0.03;

    private readonly string text;
    private readonly ImmutableArray<StretchWeight> weights;
    private readonly bool isList;

    public StretchWeights(string text, ImmutableArray<Stretch> stretches, QuestionFit fit)
    {
        this.text = text;
        isList = stretches[^1].Line > 0 && stretches.LastOrDefault(stretch => stretch.Line == 0) is { } introduction && text[introduction.End - 1] == ':';
        weights = [.. stretches.Select(stretch => Weigh(stretch, fit))];
        if (isList)
            weights = WithoutRivals(weights);
    }

    public StretchWeight this[int index] => weights[index];

    public int Count => weights.Length;

    public bool HasFigure(Runs runs) => runs.Indices.Any(i => weights[i].Figure > 0);

    /// <summary>Of a list its introduction is kept, or the item with the figure; a word cut never loses what restricts the words before it.</summary>
    public bool MayBeCut(Runs runs)
    {
        if (weights[^1].Stretch.Line > 0 && weights[runs.End].Stretch.Line > 0 && !HasFigure(runs))
            return false;
        return !runs.LeftOut(Count).Any(i => weights[i].Stretch.CutBefore && Restricts(text[weights[i].Stretch.Start..weights[i].Stretch.End]));
    }

    public double Of(Runs runs)
    {
        var kept = runs.Indices.Select(i => weights[i]).ToArray();
        var (first, end) = (kept[0].Stretch, kept[^1].Stretch);
        var figure = kept.Max(one => one.Figure);
        var score = (FigureShare * figure) + Covered(kept) + (kept.Any(one => one.IsMain) ? VerbShare : 0) + (PerCharacter * kept.Sum(one => one.Stretch.End - one.Stretch.Start));
        score -= LaterSentence * Math.Min(5, first.Sentence);
        if (!first.OpensSentence)
            score -= CostOfLead(weights[runs.First - 1], kept);
        else if (first.Line > 0 && isList)
            score -= LostIntroduction;
        else if (first.Sentence > 0 && DraftingWords.LeansOnPrevious(text.AsSpan(first.Start)))
            score -= LeadCut;
        if (runs.HasGap)
            score -= GapCut;
        if (!end.ClosesSentence)
            score -= TailCut + (IsDangling(text[first.Start..end.End]) || text[end.End - 1] == ':' ? 1 : 0);
        score -= (figure > 0 ? WordCut : RuleWordCut) * WordCuts(runs);
        if (runs.LeftOut(Count).Any(i => weights[i].Restricts && weights[i].Stretch.Sentence == weights[i - 1].Stretch.Sentence))
            score -= RestrictionLost;
        if (figure > 0 && FiguresLeftOut(runs, figure))
            score -= OtherFigureLost;
        return score;
    }

    /// <summary>A sentence that ends where the line is full, at no mark.</summary>
    public static double OfBeginning(StretchWeight beginning, double figureInRest) =>
        (FigureShare * beginning.Figure) + beginning.Said.Sum() + (beginning.IsMain ? VerbShare : 0) - TailCut - (beginning.Figure > 0 ? WordCut : RuleWordCut)
        - (LaterSentence * Math.Min(5, beginning.Stretch.Sentence)) - (beginning.Figure > 0 && figureInRest >= beginning.Figure ? OtherFigureLost : 0);

    public static bool IsDangling(string words) => Dangling().IsMatch(words);

    public static bool Restricts(string words) => Restriction().IsMatch(words);

    public StretchWeight Weigh(Stretch stretch, QuestionFit fit)
    {
        var words = text[stretch.Start..stretch.End];
        // An item leans on its introduction, and needs no verb of its own.
        var main = (stretch.Line > 0 && stretch.OpensSentence) || ((DraftingWords.HasVerb(words) || MainVerb().IsMatch(words)) && !Subordinate().IsMatch(words));
        return new(stretch, fit.Said(words), fit.FigureIn(words), main, OpensRestriction().IsMatch(words));
    }

    /// <summary>Items with a value each answer for their own case: one is chosen by the question's words, or none.</summary>
    private static ImmutableArray<StretchWeight> WithoutRivals(ImmutableArray<StretchWeight> weights)
    {
        var items = weights.Where(weight => weight.Stretch.Line > 0).GroupBy(weight => weight.Stretch.Line).Where(item => item.Any(weight => weight.Figure > 0))
            .Select(item => (Line: item.Key, Said: Covered([.. item]))).OrderByDescending(item => item.Said).ToArray();
        if (items.Length < 2)
            return weights;
        var chosen = items[0].Said - items[1].Said > SameWords ? items[0].Line : 0;
        return [.. weights.Select(weight => weight.Stretch.Line == 0 || weight.Stretch.Line == chosen ? weight : weight with { Figure = 0 })];
    }

    /// <summary>An introduction or a title may be left aside; half a sentence with its verb may not.</summary>
    private double CostOfLead(StretchWeight before, StretchWeight[] kept)
    {
        var first = kept[0].Stretch;
        var mark = text[before.Stretch.End - 1];
        if (mark == ':' && !before.IsMain)
            return TailCut;
        var clean = (first.CutBefore && kept.Any(one => one.Figure > 0)) || mark is ',' or ';' or ':' or '–' or '—';
        return LeadCut + (clean && (!before.IsMain || mark is ':' or ';') ? 0 : LostClause)
            + (OpensInsideSentence().IsMatch(text[first.Start..first.End]) ? OpensInside : 0) + (kept[^1].Stretch.Sentence > first.Sentence ? OpensInside : 0);
    }

    /// <summary>Of two values of one sentence, one is not picked.</summary>
    private bool FiguresLeftOut(Runs runs, double figure)
    {
        for (var i = 0; i < Count; i++)
        {
            if (weights[i].Figure >= figure && !runs.Contains(i) && runs.Indices.Any(kept => weights[kept].Figure > 0 && weights[kept].Stretch.Sentence == weights[i].Stretch.Sentence))
                return true;
        }

        return false;
    }

    private int WordCuts(Runs runs) =>
        (weights[runs.First].Stretch.CutBefore ? 1 : 0) + (weights[runs.End].Stretch.CutAfter ? 1 : 0)
        + (runs.HasGap && (weights[runs.Last].Stretch.CutAfter || weights[runs.Next].Stretch.CutBefore) ? 1 : 0);

    private static double Covered(StretchWeight[] kept)
    {
        var sum = 0.0;
        for (var word = 0; word < kept[0].Said.Length; word++)
            sum += kept.Max(one => one.Said[word]);
        return sum;
    }

    [GeneratedRegex(@"^(?:[IVX]+\s?[.°]?\s?[-–—]+\s?)?(?:[\s,(–—-]|et |ou )*(?:qui|que|qu['’]|dont|lorsqu|lorsque|si\b|s['’]ils?\b|quand|pour\b|afin|sans|en cas|en application|en vertu|dans\b|sous\b|par\b|selon|sauf|où\b|laquelle|lequel|lesquel)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"\b(?:dépend(?:ent)?|varient?|comprend|comprennent|correspond(?:ent)?|désigne(?:nt)?|constitue(?:nt)?|restent?|entraîne(?:nt)?|permettent|perçoivent|versent|cesse(?:nt)?|met(?:tent)?|fixe(?:nt)?|détermine(?:nt)?|concerne(?:nt)?|relève(?:nt)?|fait|font|incombe(?:nt)?|cotisent?|vaut|dispose(?:nt)?|accueille(?:nt)?|propose(?:nt)?|reçoi(?:t|vent)|figure(?:nt)?|résulte(?:nt)?|débute(?:nt)?|demeure(?:nt)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MainVerb();

    [GeneratedRegex(@"^(?:et|ou|ni|mais|qui|que|dont|au sens|au titre|de la|des|du|au|aux|elles?|ils?|ce|cet|cette|ces|celui-ci|celle-ci)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpensInsideSentence();

    [GeneratedRegex(@"^[\s,(–—-]*(?:sauf|à condition|sous réserve|sous condition|hors\b|hormis|à l['’]exception|à l['’]exclusion|excepté|au moins|au plus|au maximum|au minimum|sans (?:que|pouvoir|excéder|dépasser)|dans la limite|dans une limite|dans le cas contraire|ou\b|ni\b|mais\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpensRestriction();

    [GeneratedRegex(@"\b(?:ne|n['’]\w+|pas|sauf|à condition|sous réserve|au moins|au plus|au maximum|au minimum|hors|hormis|excepté|exception|dans la limite|seulement|uniquement)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restriction();

    [GeneratedRegex(@"(?:\b(?:est|sont|soit|a|ont|de|du|des|le|la|les|à|au|aux|et|ou|que|qui|par|pour|dans|en|un|une|sur|avec|sous|peut|peuvent|pouvez|doit|doivent|devez|ne|pas|ce|cette|ces|vos|votre|sa|son|ses|leurs?|(?<!au )plus|(?<!au )moins|font|fait|à partir|à compter|en cas|afin|lors|au titre|en vue)|['’])[\s,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangling();
}
