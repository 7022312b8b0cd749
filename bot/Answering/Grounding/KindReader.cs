using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What a further claim is beside the rule asked for: a condition, an exception, what to do; by its own words, else by its heading.</summary>
internal static partial class KindReader
{
    public static ClaimKind Of(DraftClaim claim, string heading)
    {
        var opening = claim.Text.Split('\n')[0];
        if (claim.Kind is ClaimKind.Exception || DraftingWords.OpensException(claim.Text) || (claim.Table is null && DraftingWords.StatesException(opening)))
            return ClaimKind.Exception;
        if (claim.Table is null && TellsWhatToDo().IsMatch(opening))
            return ClaimKind.Procedure;
        if (claim.Table is null && (SetsCondition().IsMatch(opening) || (claim.Text.Length > opening.Length && DraftingWords.StatesCondition(opening))))
            return ClaimKind.Condition;
        return DraftingWords.NamesProcedure(heading) ? ClaimKind.Procedure
            : DraftingWords.NamesConditions(heading) ? ClaimKind.Condition
            : ClaimKind.Rule;
    }

    [GeneratedRegex(
        @"\bà (?:la )?(?:seule )?condition\b|\bsous (?:réserve|conditions?)\b|\bconditions? (?:suivantes?|cumulatives?)|\b(?:est|sont) (?:subordonnée?s?|réservée?s?)\b|" +
        @"\bpour (?:en |y )?(?:bénéficier|avoir droit|percevoir|toucher|prétendre)\b[^.]*\b(?:doi(?:t|vent)|devez|faut)\b|\b(?:doi(?:t|vent)|devez) (?:être (?:âgée?|titulaire|inscrite?|affiliée?)|avoir |justifier|résider|remplir (?:les?|l['’]|cette|ces|toutes?|certaines) |exercer)|" +
        @"\bs['’](?:il|ils|elle|elles) (?:est|sont|remplit|remplissent|justifie(?:nt)?|réside(?:nt)?)\b|\bsi vous (?:remplissez|êtes|avez|résidez|justifiez)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SetsCondition();

    [GeneratedRegex(
        @"\b(?:la|votre|sa|cette|toute) (?:demande|déclaration)s?\b[^.;]{0,80}\b(?:adress|dépos|présent|transmi|envoy|effectu|souscri|faite)|" +
        @"\b(?:doi(?:t|vent)|devez|faut|pouvez) (?:(?:en|le|la|les|l['’]) ?)?(?:adresser|envoyer|déposer|transmettre|remplir (?:une?|le|la) (?:formulaire|dossier|demande|déclaration)|compléter|joindre|fournir|déclarer|contacter|saisir|faire (?:une|la|votre) demande)|" +
        @"\b(?:au moyen du formulaire|pièces? (?:justificatives?|suivantes?)|téléservice|démarches? en ligne|lettre recommandée|cerfa)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsWhatToDo();
}
