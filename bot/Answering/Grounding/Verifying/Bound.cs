using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Which side of a figure the rule is about.</summary>
internal enum Bound
{
    None,

    /// <summary>At least, after, more than.</summary>
    Least,

    /// <summary>At most, before, less than.</summary>
    Most,
}

/// <summary>Reads the bound that words put to a figure, before or behind it.</summary>
internal static partial class Bounds
{
    /// <param name="text">Plain text.</param>
    /// <param name="figures">Of that text.</param>
    /// <param name="index">Which of them.</param>
    /// <returns>The bound, and whether it is said so strongly that leaving it out changes the rule.</returns>
    public static (Bound Bound, bool Strong) Of(string text, ImmutableArray<Figure> figures, int index)
    {
        var figure = figures[index];
        var after = text.AsSpan(figure.End, Math.Min(28, text.Length - figure.End));
        foreach (var match in After().EnumerateMatches(after))
            return (LeastAfter().IsMatch(after.Slice(match.Index, match.Length)) ? Bound.Least : Bound.Most, true);

        var from = Math.Max(index > 0 ? figures[index - 1].End : 0, figure.Start - 48);
        var before = text[from..figure.Start];
        var cut = before.LastIndexOfAny([';', '\n', ':']);
        before = cut >= 0 ? before[(cut + 1)..] : before;
        Match? last = null;
        foreach (Match match in Before().Matches(before))
            last = match;
        if (last is null)
            return Ceiling().IsMatch(text[Math.Max(0, text.LastIndexOfAny(['.', ';', '\n'], Math.Max(0, figure.Start - 1)) is var begin && begin < 0 ? 0 : begin)..figure.Start]) ? (Bound.Most, false) : default;
        // "sans réponse sous deux mois" negates the answer, not the time limit.
        var negated = last.Groups["not"].Success && !last.Groups["weakMost"].Success;
        var least = last.Groups["least"].Success || last.Groups["weakLeast"].Success;
        return (least != negated ? Bound.Least : Bound.Most, negated || last.Groups["least"].Success || last.Groups["most"].Success);
    }

    [GeneratedRegex(@"^(?:[\w'€% ]{0,14}?) ?,?\(?(?:au (?:moins|plus|minimum|maximum)|minimum|maximum|ou plus|ou moins|et plus|et moins|revolus)\b", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"au moins|minimum|(?:ou|et) plus|revolus", RegexOptions.CultureInvariant)]
    private static partial Regex LeastAfter();

    /// <summary>The second amount of a sentence about ceilings is one too.</summary>
    [GeneratedRegex(@"\bplafon(?:d|ds|ne\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();

    private const string Gap = @"(?: [\w'-]+){0,7}? ?$";

    [GeneratedRegex(
        @"(?:(?<not>\b(?:ne|n'|non|pas|jamais|sans|ni)\b(?: ?(?!qu|si\b|lors|dont\b)[\w'-]+){0,4}? ?)?\b(?:" +
        @"(?<least>au moins|minimum|minimal\w*|plus d\w?|plancher|superieure?s?|depass\w+|exced\w+|au-dela|au dela|au-dessus|plus que|au minimum|pas moins|a minima)" +
        @"|(?<most>au plus tard|au plus|maximum|maximal\w*|plafonne\w*|moins d\w?|inferieure?s?|jusqu'a\w*|dans la limite|au maximum|en dessous|en-dessous|limitee?s? a|avant(?! l'expiration| la fin| le terme))" +
        @"|(?<weakLeast>a compter|a partir|depuis|des|apres|posterieure?s?)" +
        @"|(?<weakMost>anterieure?s?|plafonds?|dans les?|sous|d'ici|avant (?:l'expiration|la fin|le terme))" +
        @")\b'?)" + Gap,
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Before();
}
