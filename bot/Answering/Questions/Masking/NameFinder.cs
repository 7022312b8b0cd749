using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>
/// Names of people: after a title ("Mme", "M.", "Dr"), after what a person is to the agent ("l'assurée DURAND Marie") or to another ("son fils
/// Lucas"), and a known first name beside a surname. A title is followed by a name even in small letters; elsewhere a capital must tell.
/// </summary>
internal sealed partial class NameFinder(NameWords words)
{
    public IEnumerable<PersonalSpan> Find(ReadableText read)
    {
        var reader = new NameReader(read, words);
        foreach (Match cue in Cue().Matches(read.Folded))
        {
            var trust = TrustOf(cue, read);
            var start = cue.Index + cue.Length;
            var isPlural = cue.Groups["plural"].Success;
            while (reader.Read(start, trust) is { } name)
            {
                yield return name;
                if (NextOfList().Match(read.Folded, name.End) is not { Success: true } next || !(isPlural || next.Groups["birth"].Success))
                    break;
                start = name.End + next.Length;
                trust = isPlural ? NameTrust.Capital : trust;
            }
        }

        foreach (var match in FirstNameLike().Matches(read.Text).Where(match => !Memorial().IsMatch(read.Folded.AsSpan(Math.Max(0, match.Index - 30), Math.Min(30, match.Index)))))
        {
            if (reader.ReadUntitled(match.Index) is { } name)
                yield return name;
        }
    }

    private static NameTrust TrustOf(Match cue, ReadableText read)
    {
        if (cue.Groups["title"].Success)
            return NameTrust.Title;
        // "ce monsieur touche", "la dame": a way to speak of somebody, no title.
        if (cue.Groups["full"].Success)
            return Determiner().IsMatch(read.Folded.AsSpan(0, cue.Index)) ? NameTrust.Capital : NameTrust.Title;
        if (cue.Groups["named"].Success)
            return NameTrust.Title;
        return cue.Groups["formal"].Success && !char.IsUpper(read.Text[cue.Index]) ? NameTrust.Capital : cue.Groups["formal"].Success ? NameTrust.Capital : NameTrust.Label;
    }

    [GeneratedRegex(@"(?<![\p{L}\d\[-])(?:(?<title>m\.|mr\b\.?|mme\b\.?|mde\b|mlle\b\.?|melle\b|mrs\b\.?|(?<plural>mm\.|mmes\b|mlles\b))|(?<full>monsieur\b|madame\b|mademoiselle\b|(?<plural>messieurs\b|mesdames\b|mesdemoiselles\b))|(?<formal>dr\b\.?|docteur\b|me\b|maitre\b|pr\b\.?|professeur\b|miss\b|ms\b\.?|m(?= \p{L}))|(?<named>(?:nom(?: de famille| d'usage| de naissance| de jeune fille| marital)?|prenoms?)(?= ?:)|s'appell(?:e|ait)(?= )|(?:dossier|compte|droits|situation) au nom de\b)|(?:assuree?|allocataire|adherente?|beneficiaire|demandeur|demandeuse|usagere?|cliente?|patiente?|retraitee?|salariee?|pensionnee?|requerante?|affiliee?|administree?|interesse|interessee|dossiers?|fils|fille|soeur|frere|mere|pere|mari|epouse?|conjointe?|concubine?|compagne|compagnon|nommee?|prenommee?|denommee?|appelee?|claimant|pensioner|client|nee|veuve|vve|ep\.|au nom de|au nom du)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    [GeneratedRegex(@"\G(?:(?<birth>,? ?\(?(?:nee?|epouse|ep\.|veuve|vve|alias|dite?)\b)|, ?|,? (?:et|ou|and) (?!m\.|mme|mlle|mr))", RegexOptions.CultureInvariant)]
    private static partial Regex NextOfList();

    [GeneratedRegex(@"\b(?:ce|cet|cette|le|la|un|une|du|au|ma|mon|son|sa|the|this|that|my) $", RegexOptions.CultureInvariant)]
    private static partial Regex Determiner();

    // A word with a capital before another: a place where a first name may stand.
    [GeneratedRegex(@"(?<![\p{L}\d'\[-])\p{Lu}[\p{L}'-]*(?= \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex FirstNameLike();

    // Streets, laws and hospitals bear names of nobody in the question.
    [GeneratedRegex(@"\b(?:rues?|avenue|av\.?|boulevard|bd|place|allee|quai|cours|square|impasse|lois?|loi de|rapport|plan|reforme|amendement|hopital|hopitaux|clinique|lycee|college|ecole|universite|institut|fondation|centre|residence|ehpad|espace|stade|prix|arret|jurisprudence|affaire|commune de|ville de|saint|sainte|st|foyer|maison|dispositif|contrat|pont|port|mont|ile|institution|chateau|gare|station|metro|esat|mas|ime|cmp|ccas|mairie de|tour) (?:de |du |des |d'|de la |de l')?$", RegexOptions.CultureInvariant)]
    private static partial Regex Memorial();
}

/// <summary>How sure the word before makes it that a name follows.</summary>
internal enum NameTrust
{
    /// <summary>Sure: small letters do.</summary>
    Title,

    /// <summary>Likely: a capital must show it.</summary>
    Capital,

    /// <summary>Possible: a capital that no word of the language or of an office has.</summary>
    Label,
}
