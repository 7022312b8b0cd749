using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>What a question is about: an allowance, a risk, an acronym, with its article.</summary>
/// <param name="Whole">With "de la", "du", "l'".</param>
/// <param name="Bare">Without them.</param>
/// <param name="Joint">What stood before it, folded: "du", "de la", "l'", "" …</param>
internal sealed partial record TopicPhrase(Stretch Whole, Stretch Bare, string Joint)
{
    private static readonly FrozenSet<string> Acronyms = SynonymTable.Acronyms().ToFrozenSet(StringComparer.Ordinal);

    /// <param name="text">As typed: capitals tell acronyms and names.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="isFree">Whether a stretch is not part of something else.</param>
    public static TopicPhrase? Find(string text, string folded, Func<Stretch, bool> isFree)
    {
        var shouts = !text.Any(char.IsLower);
        foreach (Match match in Word().Matches(folded))
        {
            var word = new Stretch(match.Index, match.Length);
            if (isFree(word) && (Head().IsMatch(match.Value) || IsAcronym(text, match, shouts)))
                return Extend(text, folded, word, isFree);
        }

        return null;
    }

    /// <summary>Whether a folded text names an allowance, a risk or the like.</summary>
    public static bool IsNamedIn(string folded) => Word().Matches(folded).Any(word => Head().IsMatch(word.Value) || Acronyms.Contains(word.Value.ToUpperInvariant()));

    /// <summary>The topic with an article that can follow "pour": "l'allocation …", "RSA".</summary>
    public string Named(string text)
    {
        var bare = Bare.In(text);
        return Joint switch
        {
            "du" or "au" or "le" => $"le {bare}",
            "des" or "aux" or "les" => $"les {bare}",
            "de la" or "a la" or "la" => $"la {bare}",
            "de l'" or "a l'" or "l'" => $"l'{bare}",
            "un" or "une" => $"{Joint} {bare}",
            _ => bare,
        };
    }

    /// <summary>Another topic in this one's place, with the joint that grammar wants there.</summary>
    public string Replacement(TopicPhrase other, string otherText)
    {
        var named = other.Named(otherText);
        var (article, bare) = named.StartsWith("le ", StringComparison.Ordinal) ? ("le", named[3..])
            : named.StartsWith("les ", StringComparison.Ordinal) ? ("les", named[4..])
            : ("", named);
        return Joint switch
        {
            "du" or "de la" or "de l'" or "des" or "de" or "d'" => article switch { "le" => $"du {bare}", "les" => $"des {bare}", _ => $"de {named}" },
            "au" or "a la" or "a l'" or "aux" or "a" => article switch { "le" => $"au {bare}", "les" => $"aux {bare}", _ => $"à {named}" },
            "" => other.Bare.In(otherText),
            _ => named,
        };
    }

    private static bool IsAcronym(string text, Match match, bool shouts) =>
        match.Length is >= 2 and <= 8
        && (Acronyms.Contains(match.Value.ToUpperInvariant())
            || (!shouts && Capitals().IsMatch(text.AsSpan(match.Index, match.Length)) && !NoTopic().IsMatch(text.AsSpan(match.Index, match.Length))));

    // To the right as far as words belong to the name; to the left over the article.
    private static TopicPhrase Extend(string text, string folded, Stretch head, Func<Stretch, bool> isFree)
    {
        var end = head.End;
        foreach (Match next in NextWord().Matches(folded[head.End..]).TakeWhile((next, i) => i < 8))
        {
            var at = new Stretch(head.End + next.Groups["word"].Index, next.Groups["word"].Length);
            if (next.Index + head.End != end || !isFree(at) || EndsName().IsMatch(folded[at.Start..]))
                break;
            // "à charge" goes on, "a droit" and "à Mayotte" don't.
            if (next.Groups["word"].Value == "a" && (text[at.Start] != 'à' || char.IsUpper(text[Math.Min(at.End + 1, text.Length - 1)])))
                break;
            end = at.End;
        }

        end = TrailingLink().Match(folded[..end]) is { Success: true } link && link.Index > head.Start ? link.Index : end;
        var joint = Before().Match(folded[..head.Start]);
        var start = joint.Success && isFree(new(joint.Index, head.Start - joint.Index)) ? joint.Index : head.Start;
        return new(new(start, end - start), new(head.Start, end - head.Start), start == head.Start ? "" : folded[start..head.Start].Trim());
    }

    [GeneratedRegex(@"minimum (?:vieillesse|contributif|garanti)|[a-z0-9]+(?:-[a-z0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(?:allocations?|primes?|aides?|pensions?|indemnites?|prestations?|complements?|rentes?|retraites?|reversion|supplements?|bourses?|forfaits?|cotisations?|contributions?|conges?|arrets?|accidents?|maladies?|invalidite|maternite|paternite|adoption|chomage|handicap"
        + @"|logement|capital|exonerations?|cheques?|cartes?|mutuelle|couverture|complementaires?|protection|assurances?|securite|remboursements?|soins?|transports?|cures?|hospitalisation|garde|credits?|prets?|avances?|dettes?|indus?|smic|csg|crds|rachat|surcote|decote"
        + @"|penibilite|tutelle|intermediation|naissance|deces|obseques|divorce|veuvage|demenagement|conges?|bonus|minimum \w+|ij|ijss|temps-partiel|mi-temps|pacs|mariage|licenciement|preavis)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\p{Lu}[\p{Lu}\d-]*\p{Lu}[\p{Lu}\d]*s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();

    // Roman numbers, codes of law, places, the fixed words of the mask.
    [GeneratedRegex(@"^(?:[IVX]+|CSS|CASF|CCH|CT|DOM|DROM|TOM|COM|UE|NIR|IBAN|NOM|COURRIEL|ET|OU|SI|EN|LE|LA|AU|PACS|CDD|CDI|TNS)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoTopic();

    [GeneratedRegex(@"(?:[ ]|(?<='))(?<word>(?:[dl]')(?=[a-z])|[a-z0-9]+(?:-[a-z0-9]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex NextWord();

    // A bare noun after "pour" is part of the name ("prime pour enfant"), a noun with its article is not ("pour un couple").
    [GeneratedRegex(
        @"^(?:(?:pour(?! (?:enfants?|frais|tierce|perte|adultes?|inaptitude|charge))|chez|si|s'|en(?! faveur)|est|sont|etait|peut|peuvent|doit|doivent|avec|sans|et|ou|mais|quand|lorsqu\w*|depuis|avant|apres|pendant|selon|par|dans|sur|contre|qui|que|qu|quels?|quelles?|combien|comment|il|elle|ils|elles|on|se|ne|faut|touche|verse[er]?|versees?|cumul\w+|dure|commence|prend|cesse|donne|ouvre|s'arrete|possibles?|imposables?|maximum|minimum|aussi|egalement|jusqu)\b|[a-z]+-(?:t-)?(?:elle|il|on|elles|ils)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex EndsName();

    [GeneratedRegex(@"(?: (?:de|du|des|d'|la|le|les|l'|a|au|aux|de la|de l'|a la|a l'))+ ?$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingLink();

    [GeneratedRegex(@"(?:\b(?:de la|de l'|des?|du|d'|a la|a l'|aux?|les?|la|l'|une?|a) ?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
