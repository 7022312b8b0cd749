using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// Finds the days a question is about. Several dates span one period. Dates that belong to something else than the rule asked for
/// (a law's, a birth, the year of somebody's resources, a table's row in quotes) are none.
/// </summary>
internal static partial class AsOfFinder
{
    /// <param name="folded">The question as <see cref="FoldedText"/> gives it.</param>
    /// <param name="today">Relative dates count from here.</param>
    public static AsOf? Find(string folded, DateOnly today) => Read(folded, today).Period;

    /// <summary>The period, and where the words stand that name it.</summary>
    public static (AsOf? Period, ImmutableArray<(int Start, int Length)> Words) Read(string folded, DateOnly today)
    {
        AsOf? found = null;
        var words = ImmutableArray.CreateBuilder<(int Start, int Length)>();
        foreach (var date in FrenchDates.Find(folded, today))
        {
            if (BelongsToSomethingElse(folded, date))
                continue;
            var period = Moved(date.Period, folded[..date.Start], today);
            words.Add((date.Start, date.Length));
            found = found is { } other
                ? new(period.First < other.First ? period.First : other.First, period.Last > other.Last ? period.Last : other.Last)
                : period;
        }

        return (found, words.ToImmutable());
    }

    private static bool BelongsToSomethingElse(string folded, FoundDate date)
    {
        var before = folded[..date.Start];
        var after = folded[(date.Start + date.Length)..];
        return OfText().IsMatch(before)
            || OfPerson().IsMatch(before)
            || (OfResources().IsMatch(before) && !OfCeiling().IsMatch(before))
            || (before.Count(character => character == '"') % 2 == 1 && after.Contains('"', StringComparison.Ordinal))
            || (date.IsBareYear && !NamesPeriod(before, after));
    }

    // A number of four digits is a year only where nothing makes it an amount, a count, or the number of something.
    private static bool NamesPeriod(string before, string after) =>
        !CountedThing().IsMatch(after) && !NumberOfSomething().IsMatch(before);

    private static AsOf Moved(AsOf period, string before, DateOnly today)
    {
        if (Before().IsMatch(before) && period.First > DateOnly.MinValue)
            return AsOf.Day(period.First.AddDays(-1));
        return Since().IsMatch(before) && period.First <= today ? new(period.First, today) : period;
    }

    private const string Text =
        "(?:lois?|decrets?|arretes?|ordonnances?|circulaires?|instructions?|lettres?|notes?|conventions?|accords?|avenants?|arrets?|jugements?|decisions?|deliberations?|directives?|reformes?|lfss|plfss|lfrss)";

    private const string OtherThought = @"(?:sur|quel\w*|que|qui|prevoi\w*|dit|fix\w*|plafonds?|montants?|taux|baremes?|est|sont)\b";

    // "loi n° 2023-1196 du", "circulaire de", "réforme": up to eight words of a title, none of which begins another thought.
    [GeneratedRegex($@"\b{Text}\b(?: (?!{OtherThought})[\w./°'()-]+){{0,8}}? ?\b(?:d[ue]s?|d'|en date du|pour) ?$|\b{Text} (?:n° ?|no |numero )?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfText();

    [GeneratedRegex(@"\b(?:nee?s?(?: a [\w' -]{1,30})?|naissance|generation|classe|mari[ea]\w*|pacs\w*|divorc\w*|separe\w*|veuf|veuve|arrive\w*|entree?s? en france|embauche\w*|recrute\w*|titularise\w*|retraitee?s?|licenciee?s?)(?: (?:est|prevue|prevu))? ?(?:\b(?:le|en|au|depuis(?: le)?|apres(?: le)?|avant(?: le)?|entre(?: le)?|vers|a (?:partir|compter) d[ue])\s?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfPerson();

    [GeneratedRegex(@"\b(?:ressources|revenus?|salaires?|remunerations?|impots?|imposition|imposables?|gains|benefices|declarations?|avis|rfr|chiffre d'affaires)\b(?: ?\(?\b(?:d[eu]s?|d'|l'|la|les|annee|percue?s?(?: en)?|declaree?s?(?: en)?|nets?|sur|au titre|artistiques?|fiscal|fiscaux|de reference|professionnels?|foncier|mensuel\w*|annuel\w*|impots?|imposition))*[ ']?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfResources();

    [GeneratedRegex(@"\b(?:plafonds?|bareme|conditions?|seuils?|maximum|montant)(?: \w+)? d(?:es?|e la|') ?\w+(?: (?:mensuel|annuel)\w*)?(?: (?:de|pour|en|au|d'))*[ ']?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfCeiling();

    [GeneratedRegex(@"^(?:[-./]\d|[ ]?(?:€|%|euros?\b|eur\b|heures?\b|h\b|km\b|jours?\b|mois\b|personnes?\b|salaries?\b|habitants\b|points?\b|m2\b|trimestres?\b|francs?\b|agents?\b|fois\b))", RegexOptions.CultureInvariant)]
    private static partial Regex CountedThing();

    [GeneratedRegex(@"(?:\b(?:articles?|art\.?|n°|no|numero|cerfa|formulaires?|imprimes?|fiches?|code|page|alinea|[lrda]\.?) ?|[\d][-./]|[a-z]-|\d[ .,])$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOfSomething();

    [GeneratedRegex(@"\bavant (?:l[ea] |fin )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"\bdepuis (?:le |la |l'annee )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Since();
}
