using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>What a question wants to be told of its topic: "quel est le plafond de ressources".</summary>
/// <param name="Whole">With "quel est" and article.</param>
/// <param name="Noun">The noun with what narrows it.</param>
/// <param name="HasQuestion">Opened by "quel".</param>
/// <param name="HasArticle">An article or possessive stands before the noun.</param>
internal sealed partial record AimPhrase(Stretch Whole, Stretch Noun, bool HasQuestion, bool HasArticle)
{
    /// <summary>The first one; null when there is none.</summary>
    public static AimPhrase? Find(string folded, Func<Stretch, bool> isFree)
    {
        foreach (Match match in Pattern().Matches(folded))
        {
            var noun = match.Groups["noun"];
            var whole = new Stretch(match.Index, match.Length);
            if (isFree(whole))
                return new(whole, new(noun.Index, noun.Length), match.Groups["ask"].Success, match.Groups["article"].Success);
        }

        return null;
    }

    /// <summary>"Quelles sont les conditions d'attribution".</summary>
    /// <param name="noun">As typed.</param>
    public static string Question(string noun) => FormOf(noun) switch
    {
        Form.Masculine => $"Quel est {WithArticle(noun)}",
        Form.Feminine => $"Quelle est {WithArticle(noun)}",
        Form.Masculines => $"Quels sont {WithArticle(noun)}",
        _ => $"Quelles sont {WithArticle(noun)}",
    };

    public static string WithArticle(string noun) => FormOf(noun) switch
    {
        Form.Masculines or Form.Feminines => $"les {noun}",
        _ when "aeiouyh".Contains(FoldedText.Of(noun)[0], StringComparison.Ordinal) => $"l'{noun}",
        Form.Feminine => $"la {noun}",
        _ => $"le {noun}",
    };

    private static Form FormOf(string noun)
    {
        var head = FoldedText.Of(noun).Split(' ')[0];
        var many = head.EndsWith('s') && head is not ("recours" or "process");
        return (Feminine().IsMatch(head), many) switch
        {
            (true, true) => Form.Feminines,
            (true, false) => Form.Feminine,
            (false, true) => Form.Masculines,
            _ => Form.Masculine,
        };
    }

    private enum Form
    {
        Masculine,
        Feminine,
        Masculines,
        Feminines,
    }

    [GeneratedRegex(
        @"\b(?:(?<ask>quel(?:le)?s?)(?: (?:est|sont|etait|etaient|serait|sera|seront))? )?(?<article>les? |la |l'|des? |du |une? |d'une? |son |sa |ses |leurs? |ce |cet |cette |ces )?"
        + @"(?<noun>(?:montants?|plafonds?|plancher|taux|delais?|durees?|conditions?|pieces?|justificatifs?|formulaires?|demarches?|procedures?|age|baremes?|seuils?|dates?|carence|exceptions?|beneficiaires?|recours|(?:mode de |base de )?calcul|assiette"
        + @"|prix|cout|tarifs?|majorations?|reductions?|penalites?|sanctions?|minimum(?! (?:vieillesse|contributif|garanti))|maximum|date limite|revalorisation|periodicite|echeances?|criteres?|obligations?|point de depart|date d'effet|reste a charge|participation)"
        + @"(?: (?:de|d'|du|des|a|au|aux) ?(?:carence|ressources?|revenus?|attribution|versement|traitement|demande|depot|paiement|ouverture(?: (?:des|de) droits?)?|recours|fournir|joindre|remplir|renouvellement|effet|application|prescription|depart|reponse"
        + @"|instruction|remboursement|prise en charge|calcul|stage|residence|affiliation|eligibilite|respecter|accomplir|effectuer|faire)\b"
        + @"| (?:maximum|minimum|maxi|mini|maximale?s?|minimale?s?|mensuel(?:le)?s?|annuel(?:le)?s?|journali(?:er|ere)s?|trimestriel(?:le)?s?|exacte?s?|applicables?|legale?s?|brute?s?|nets?|nettes?|en vigueur|requise?s?|necessaires?|exigee?s?|tota(?:l|le|ux)|forfaitaires?|demandee?s?)\b)*)(?![\w-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:durees?|conditions?|pieces?|demarches?|procedures?|dates?|carence|exceptions?|assiette|base|majorations?|reductions?|penalites?|sanctions?|revalorisation|periodicite|echeances?|obligations?|participation)$", RegexOptions.CultureInvariant)]
    private static partial Regex Feminine();
}
