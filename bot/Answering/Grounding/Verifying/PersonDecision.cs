using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>A sentence that says what this person is entitled to, where the source says what anybody is.</summary>
internal static partial class PersonDecision
{
    /// <param name="claim">The claim as written.</param>
    /// <param name="plain">The same in plain text.</param>
    /// <returns>The words that decide; null when none do.</returns>
    public static string? In(string claim, string plain)
    {
        if (Named().Match(claim) is { Success: true } named)
            return named.Value;
        var decided = Decided().Match(plain);
        // "Si vous résidez en France, vous avez droit à": the rule and its condition.
        return decided.Success && !General().IsMatch(plain) ? decided.Value : null;
    }

    private const string Outcome =
        @"(?:(?:n')?(?:a|ont|aura|auront|avez|aurez|as)\b (?:\w+ ){0,3}?droit|(?:ne |n')?(?:peut|peuvent|pourra|pourront|pouvez|pourrez|doit|devez|devra)\b|(?:ne |n')?(?:beneficie|beneficiera|beneficiez|beneficient|percevra|percevrez|percoit|percevez|touchera|toucherez|touche|recevra|recevrez|remplit|remplissez|perd|perdez|cumule)\b|(?:n')?(?:est|sera|serez|etes|ne sera|sont) (?:\w+ ){0,2}?(?:eligible|beneficiaire|exclue?|exoneree?|concernee?|redevable|tenue?|dispensee?|ineligible|couverte?|imposable))";

    [GeneratedRegex(@"(?:\b(?:M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|MM\.|Dr)\s*(?:\[|\p{Lu})|\[(?:NOM|PERSONNE|PRENOM|PRÉNOM|NIR|NAME|ASSURÉ|ALLOCATAIRE)[^\]]*\]|\b(?:[Vv]otre|[Cc]ette|[Cc]et|[Mm]on|[Mm]a|[Ss]on|[Ss]a)\s+(?:assurée?|allocataire|adhérente?|usagère?|cliente?|demandeu(?:r|se)|administrée?|dossier|mère|père|fils|fille)\b[^.;]{0,40}?\b(?:a (?:bien |donc |pas )?droit|n'a pas droit|peut|ne peut|pourra|bénéficie|bénéficiera|est (?:donc |bien |pas )?(?:éligible|exclue?)|n'est pas éligible|percevra|touchera|recevra|remplit|ne remplit))", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:vous|tu) " + Outcome + @"|(?:^|[.;,:] ?|donc |ainsi |alors )(?:il|elle|ils|elles|l'interessee?|la personne concernee|this person|he|she|you) (?:ne |n')?" + Outcome + @"|\b(?:he|she|you) (?:is|are) (?:not )?(?:entitled|eligible)|\byou (?:can|may|will) (?:receive|get|claim|benefit)|\boui, (?:il|elle|vous)\b|\bnon, (?:il|elle|vous)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Decided();

    [GeneratedRegex(@"\b(?:si|s'ils?|s'elles?|lorsqu\w*|a condition|sous reserve|des lors|quand|toute personne|if|when|provided|selon|en fonction)\b", RegexOptions.CultureInvariant)]
    private static partial Regex General();
}
