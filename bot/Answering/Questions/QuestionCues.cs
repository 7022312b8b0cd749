using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions.Persons;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>What the wording of a question gives away: what it wants to be told, and whether it is one for this product at all.</summary>
internal static partial class QuestionCues
{
    public static QuestionAims AimsOf(string folded) =>
        When(Amount(), folded, QuestionAims.Amount)
        | When(Date(), folded, QuestionAims.Date)
        | When(Duration(), folded, QuestionAims.Duration)
        | When(Conditions(), folded, QuestionAims.Conditions)
        | When(Procedure(), folded, QuestionAims.Procedure)
        | When(Definition(), folded, QuestionAims.Definition)
        | When(Confirmation(), folded, QuestionAims.Confirmation);

    /// <inheritdoc cref="PersonGuard.Judge"/>
    public static PersonJudgement PersonOf(string masked) => PersonGuard.Judge(masked);

    /// <summary>What somebody in particular is entitled to: the answer then lists conditions.</summary>
    public static bool ConcernsPerson(string masked) => PersonOf(masked).DecisionOnPerson;

    /// <summary>A greeting alone, the state of somebody's file, or an order to the bot: nothing that a rule could answer.</summary>
    public static bool IsOutOfScope(string masked, string folded) =>
        SmallTalk().IsMatch(folded) || OrderToBot().IsMatch(folded)
        || (StateOfFile().IsMatch(folded) && (NamesPerson(masked) || Possessive().IsMatch(folded)));

    private static bool NamesPerson(string masked) =>
        masked.Contains(PersonalDataMask.Name, StringComparison.Ordinal) || masked.Contains(PersonalDataMask.Nir, StringComparison.Ordinal);

    private static QuestionAims When(Regex cue, string folded, QuestionAims aim) => cue.IsMatch(folded) ? aim : QuestionAims.None;

    [GeneratedRegex(@"\b(?:combien(?! de (?:temps|mois|jours|annees|semaines))|cb\b|montants?|plafonds?|plancher|seuils?|taux|baremes?|tarifs?|pourcentages?|valeur|forfait|assiette|coefficients?|quotites?|maximum|minimum|prix|cout|de combien|quelle somme|quel(?:le)? (?:age|part))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:quand|quelles? dates?|depuis quand|jusqu'a quand|date limite|avant quelle|a partir de quand|a partir de quel|echeances?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?:combien de (?:temps|mois|jours|annees|semaines)|durees?|delais?|carence|preavis|anciennete|age|periode|prescription)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(?:conditions?|qui (?:peut|a droit|est concern|beneficie)|beneficiaires?|a[- ]t[- ](?:il|elle|on) droit|eligib\w*|avoir droit|ouvre\w* droit|dans quels? cas|sous reserve|criteres?|a qui|cumul\w*|peut[- ](?:on|il|elle))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conditions();

    [GeneratedRegex(@"\b(?:comment|demarches?|demander|procedures?|pieces?|justificatifs?|formulaires?|ou (?:s'adresser|envoyer|deposer)|recours|contester|aupres de qui|a qui (?:s'adresser|envoyer)|dossier)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"(?:\bqu'est[- ]ce qu(?:e|'un\w*)|\bqu esk\b|\bc'est quoi\b|\bdefinition|\bde quoi s'agit|\bque signifie|\ba quoi sert|\bqu'appelle)", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?:\best[- ]ce que\b|\b\w+[- ](?:t[- ])?(?:on|il|elle|ils|elles|je|nous)\b(?! de)|\bfaut[- ]il\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Confirmation();

    [GeneratedRegex(@"\b(?:ou en est|etat d'avancement|avancement|suivi|traitement en cours|statut|que devient) (?:le |la |l'|du |de la |de l'|de |mon |ma |son |sa )*(?:dossier|demande|paiement|versement|virement|reclamation|recours|remboursement)\b", RegexOptions.CultureInvariant)]
    private static partial Regex StateOfFile();

    [GeneratedRegex(@"\b(?:mon|ma|son|sa|votre|mes|ses) ", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^[\s!.,?:;)(-]*(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|bjr|slt|merci(?: beaucoup| bien)?|mrc|de rien|au revoir|bonne (?:journee|soiree)|a (?:bientot|plus|demain)|ok|d'accord|super|parfait|test|allo|ca va|comment (?:ca va|vas[- ]tu|allez[- ]vous)|qui es[- ]tu|qui etes[- ]vous|tu es (?:la|qui)|oui|non|svp|stp|s'il (?:vous|te) plait)[\s!.,?:;)(-]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SmallTalk();

    [GeneratedRegex(@"\b(?:ignor|oubli|contourn|desactiv)\w* (?:toutes? |tous |immediatement |maintenant )*(?:les |tes |vos |ces |mes |la |le |ce qui )*(?:consignes?|instructions?|regles? (?:precedentes?|ci-dessus)|ordres?|directives? (?:precedentes?|ci-dessus)|precede|prompt|filtres?)(?! (?:de|du|des|sa|son|ses|pour|a) )(?! (?:de |d')\w)|\b(?:affich|montr|donn|repet|recopi|revel)\w*[- ](?:moi )?(?:(?:ton|tes|votre|vos) (?:prompt|instructions?|consignes?|system)|(?:le|les) (?:prompt|system|(?:instructions?|consignes?)(?: system\w*| (?:recues|initiales|cachees|precedentes))))|\b(?:tu es (?:maintenant|desormais)(?! en mesure)|fais comme si|comporte[- ]toi comme|(?<!qui )joue le role|ignore (?:all |the )*(?:previous |above )*instructions?|system prompt|jailbreak)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OrderToBot();
}
