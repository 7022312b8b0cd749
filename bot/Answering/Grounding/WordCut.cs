using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>When no mark gives a line: the first words, without tearing a figure from its unit.</summary>
internal static partial class WordCut
{
    private const int ShortestClause = 30;

    public static SpokenLine Of(string text, int length)
    {
        var flat = text.Replace('\n', ' ').Trim();
        if (flat.Length <= length)
            return new(flat, [.. text.Split('\n')]) { IsWhole = true };
        for (var at = flat.LastIndexOf(' ', length - 1); at > 0; at = flat.LastIndexOf(' ', at - 1))
        {
            var (kept, rest) = (flat[..at].TrimEnd(' ', ',', ';', ':', '–', '-', '('), flat[at..].TrimStart());
            if (kept.Length > 0 && !EndsInFigure().IsMatch(kept) && !BeginsWithUnit().IsMatch(rest) && !StretchWeights.IsDangling(kept))
                return WithoutTornClause(kept);
        }

        var end = char.IsHighSurrogate(flat[length - 2]) ? length - 2 : length - 1;
        return new(flat[..end] + "…", [flat[..end]]);
    }

    /// <summary>A clause of which only the first words would stand is left out whole.</summary>
    private static SpokenLine WithoutTornClause(string kept)
    {
        var opener = Stretch.LastOpener(kept);
        var words = opener > kept.Length - ShortestClause && opener > kept.Length / 2 && !EndsInFigure().IsMatch(kept[..opener]) ? kept[..opener].TrimEnd(' ', ',', ';', ':', '–', '-') : kept;
        return new(words + "…", [words]);
    }

    [GeneratedRegex(@"(?:\d|n°|\b(?:article|art\.|[LRDAC]\.|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille|un|une|au|plus|moins|ne))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsInFigure();

    [GeneratedRegex(@"^(?:\d|€|%|euros?\b|pour cent|jours?\b|mois\b|ans?\b|années?\b|semaines?\b|heures?\b|trimestres?\b|tiers\b|quarts?\b|au (?:plus|moins)|pas\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeginsWithUnit();
}
