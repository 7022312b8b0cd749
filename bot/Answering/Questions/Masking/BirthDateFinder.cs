using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>
/// Days on which somebody was born. Dates of rules are spared: "nés avant le…", "né à compter du…", and a year alone that names a generation
/// ("les assurés nés en 1965") rather than somebody.
/// </summary>
internal static partial class BirthDateFinder
{
    private const string Month = @"(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|january|february|march|april|may|june|july|august|september|october|november|december)\b\.?";

    private const string Day = $@"(?<day>\d{{1,2}}(?:er)? ?[./\- ] ?\d{{1,2}} ?[./\- ] ?(?:(?:19|20)\d{{2}}|\d{{2}})(?!\d)|(?:19|20)\d{{2}}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)|(?:\d{{1,2}}(?:er|st|nd|rd|th)?|premier)[ -]{Month}(?:,?[ -](?:(?:19|20)\d{{2}}|\d{{2}}(?! ans))(?!\d))?|{Month} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{{2}}(?!\d))";

    private const string Year = $@"(?<year>(?:{Month} |\d{{1,2}}[/.-])?(?:19|20)\d{{2}}(?!\d))";

    /// <param name="read">The text.</param>
    /// <param name="namesPerson">It holds a name or a number of a person: a year alone is then that person's.</param>
    public static IEnumerable<PersonalSpan> Find(ReadableText read, bool namesPerson)
    {
        var folded = read.Folded;
        foreach (var match in Announced().Matches(folded).Concat(Born().Matches(folded)).Concat(namesPerson ? BesideName().Matches(folded) : []))
        {
            var cue = match.Groups["born"];
            if (match.Groups["year"] is { Success: true } && cue.Success && IsGeneration(folded.AsSpan(Math.Max(0, match.Index - 60), Math.Min(60, match.Index)), cue.ValueSpan, namesPerson))
                continue;
            foreach (var date in new[] { match.Groups["day"], match.Groups["year"] }.Where(group => group.Success))
            {
                foreach (Capture one in date.Captures)
                    yield return new(one.Index, one.Length, PersonalKind.BirthDate);
            }
        }
    }

    private static bool IsGeneration(ReadOnlySpan<char> before, ReadOnlySpan<char> cue, bool namesPerson)
    {
        if (Own().IsMatch(before))
            return false;
        return cue.TrimEnd(' ').EndsWith("s", StringComparison.Ordinal) || (!namesPerson && Generic().IsMatch(before));
    }

    [GeneratedRegex($@"(?:\bdate (?:et lieu )?de (?:sa )?naissance\b|\bnaissance(?= ?:| le\b)|\bd\.?d\.?n\b\.?|\bdn(?= ?:)|\bdate of birth\b|\bd\.?o\.?b\b\.?|\bbirth ?date\b)(?: (?:de |du |d'|de l'|of )?(?:l'|la |le |the |son |sa |mon |ma )?\w{{3,14}}(?= ?:))?(?:[ :=,(\n-]|est\b|is\b|le\b|du\b|au\b){{0,8}}(?:{Day}|{Year})", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?:n)?(?<born>(?<=n)ee?s?(?:\((?:e|s|es)\)|[.-]e)?s?|(?<=\b)born)(?!\p{{L}})\)?(?: (?:a|au|aux) (?:(?!compter|partir|avant|apres|depuis|entre|jusqu)\p{{L}}[\p{{L}}'-]{{0,25}}(?: ?\(\d{{2,3}}\))?[ ,]{{0,2}}){{1,3}}?)?(?:[ ,:(]|\ble\b|\ben\b|\bun\b|\bvers\b|\bcourant\b|\bau mois de\b|\bon\b|\bin\b|\bthe\b){{1,6}}(?:{Day}|{Year})(?:(?: et|,| and)(?: le)? {Day}){{0,4}}", RegexOptions.CultureInvariant)]
    private static partial Regex Born();

    // "Mme [NOM] (12/03/1985)".
    [GeneratedRegex($@"\[(?:nom|nir|numero)\] ?[(,]{{1,2}} ?{Day} ?[),]", RegexOptions.CultureInvariant)]
    private static partial Regex BesideName();

    [GeneratedRegex(@"\b(?:mon|ma|mes|ses|leurs?|nos|notre|cet(?:te)?|ce) (?:[\w'-]+,? ){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?:\b(?:une?|toute?|chaque|la|le|du|aucune?|quelqu'un|qui est) |\b[ld]')(?:[\w'-]+ ){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();
}
