using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What kind of value or sentence the question wants to be told, as far as its words say.</summary>
internal sealed partial class WantedFact
{
    private readonly QuestionAims aims;
    private readonly bool rate;
    private readonly bool money;
    private readonly bool age;
    private readonly bool count;

    // Years to come that the question asks a figure of; empty otherwise.
    private readonly ImmutableArray<string> yearsToCome;

    private WantedFact(UnderstoodQuestion question)
    {
        aims = question.Aims;
        rate = Rate().IsMatch(question.MaskedText);
        money = Money().IsMatch(question.MaskedText);
        age = Age().IsMatch(question.MaskedText);
        count = Count().IsMatch(question.MaskedText);
        yearsToCome = question.AsOf.First > question.Today && (aims & (QuestionAims.Amount | QuestionAims.Date | QuestionAims.Duration)) != 0
            ? [.. Enumerable.Range(question.AsOf.First.Year, Math.Min(20, question.AsOf.Last.Year - question.AsOf.First.Year + 1)).Select(year => year.ToString(CultureInfo.InvariantCulture))]
            : [];
    }

    public static WantedFact Of(UnderstoodQuestion question) => new(question);

    public bool HoldsOn(IEnumerable<string> texts) => yearsToCome.IsEmpty || texts.Any(text => yearsToCome.Any(year => text.Contains(year, StringComparison.Ordinal)));

    /// <summary>A word that names the kind of answer, which an answer need not repeat.</summary>
    public static bool IsNamedBy(ReadOnlySpan<char> word) => Name().IsMatch(word);

    /// <summary>The question asks for an amount, a rate, a date, a duration.</summary>
    public bool IsFigure => (aims & (QuestionAims.Amount | QuestionAims.Date | QuestionAims.Duration)) != 0;

    public bool IsAge => age && IsFigure;

    /// <summary>0: nothing of the kind; 1: exactly the kind asked for.</summary>
    public double In(string text)
    {
        var best = FigureIn(text);
        if (aims.HasFlag(QuestionAims.Conditions) && DraftingWords.StatesCondition(text))
            best = Math.Max(best, 0.8);
        if (aims.HasFlag(QuestionAims.Procedure) && DraftingWords.DescribesProcedure(text))
            best = Math.Max(best, 0.8);
        if (aims.HasFlag(QuestionAims.Definition) && DraftingWords.Defines(text))
            best = Math.Max(best, 0.8);
        if (aims.HasFlag(QuestionAims.Confirmation) && DraftingWords.Allows(text))
            best = Math.Max(best, 0.5);
        return best;
    }

    /// <summary>The same for figures alone: 0 also when the question asks for none.</summary>
    public double FigureIn(string text) => IsFigure ? FactFinder.Find(text).Select(Fit).DefaultIfEmpty(0).Max() : 0;

    private double Fit(StatedFact fact) => fact.Kind switch
    {
        FactKind.Amount => Wants(QuestionAims.Amount) ? (rate && !money ? 0.6 : 1) : 0,
        FactKind.Percentage or FactKind.Fraction => Wants(QuestionAims.Amount) ? (money && !rate ? 0.6 : 1) : 0,
        FactKind.Date => Wants(QuestionAims.Date) ? 1 : 0,
        FactKind.Duration => Wants(QuestionAims.Duration) ? (age && fact.Unit != "an" ? 0.6 : 1) : Wants(QuestionAims.Amount) ? (age ? 1 : 0.4) : 0,
        // Four digits are a year before they are a number.
        FactKind.Number when fact.Value is ['1', '9', _, _] or ['2', '0', _, _] => 0.1,
        FactKind.Number => Wants(QuestionAims.Amount) ? (count ? 1 : 0.3) : Wants(QuestionAims.Duration) ? 0.2 : 0,
        _ => 0,
    };

    private bool Wants(QuestionAims aim) => aims.HasFlag(aim);

    [GeneratedRegex(@"\b(?:taux|pourcentage|quotités?|parts?|proportion)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\b(?:montants?|plafonds?|planchers?|seuils?|prix|sommes?|€|euros?|co[ûu]t|indemnit[ée]s?|forfaits?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:nombres?|combien|coefficients?|indices?|points?|trimestres?|parts?|fois)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"^(?:taux|pourcentages?|montants?|combien|sommes?|prix|tarifs?|co[ûu]ts?|valeurs?|chiffres?|nombres?|d[ée]lais?|dur[ée]es?|temps|longtemps|[âa]ges?|dates?|quand|applicables?|conditions?|d[ée]marches?|proc[ée]dures?|d[ée]finitions?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b[âa]ges?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Age();
}
