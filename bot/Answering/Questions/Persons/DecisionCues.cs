using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Persons;

/// <summary>Words that ask what somebody gets, or what to decide; they read folded text.</summary>
internal static partial class DecisionCues
{
    private const string Deciding = @"(?:accord|refus|rejet|accept|valid|attribu|vers|octroy|notifi|radi|suspend|supprim|reclam|maint[ei]n|liquid|class|pay|donn|ouvr|clotur|exoner|approuv|approv|reject|den[iy]|grant|refuse)\w*";

    // To the one who asks it: "je refuse ou j'accepte ?", "on accorde ?", "accord ou refus ?"
    [GeneratedRegex(@"(?<!\b(?:si|quand|lorsque|comment|pourquoi|que|qu'est-ce que|ou) )\b(?:je |j'|on |nous )(?:le |la |l'|les |lui |leur |en )?(?:refus|accept|rejet|valid|accord|attribu|vers|radi|suspend|pai|pay|maintien|donn|reclam)(?:e|te|es|ons|s)?\b(?! (?:une?|des|les)\b)[^?.]{0,40}?(?:\bou (?:je|j'|on|pas|non|bien)\b|\?|$)|\b(?:accord|accordee?|acceptee?|accepter|valider|ok|oui|favorable)(?: ou |/)(?:un )?(?:refus|refusee?|refuser|rejet|rejetee?|rejeter|pas|non|defavorable)\b(?= ?[?!.]| ?$)|\b(?:refus|refuse|refuser|rejet|rejeter|rejette)(?: ou |/)(?:un )?(?:accord|accepte|accepter|valider|j'accepte|j'accorde)|\b(?:grant|approve|accept) (?:it |this )?or (?:refuse|reject|deny)\b|\b(?:je fais quoi|que dois-je decider|quelle decision (?:prendre|dois-je)|je decide quoi|c'est bon pour (?:lui|elle|eux)|ok pour (?:lui|elle)|approve or (?:reject|deny)|accept or (?:reject|refuse))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Verdict();

    [GeneratedRegex($@"\b(?:dois[- ]je|puis[- ]je|peut[- ]on|doit[- ]on|pouvons[- ]nous|devons[- ]nous|faut[- ]il|vais[- ]je|peux[- ]tu|est-ce qu(?:e je|'on|e nous|'il faut)|je (?:dois|peux|vais|pense|propose)|on (?:doit|peut)|should (?:i|we)|can (?:i|we)|must (?:i|we)|do i) (?:\w+ ){{0,2}}?(?:l'|la |le |les |lui |leur |en |la lui |le lui |bien |ou non )*{Deciding}\b|\b(?:recevable|irrecevable|fonde|legitime|justifie)e?\b.{{0,20}}\?|\b(?:est|sera)[- ](?:t[- ])?(?:il|elle) (?:recevable|acceptee?|valable|refusee?|rejetee?)|\best recevable|\bremplit[- ](?:il|elle)", RegexOptions.CultureInvariant)]
    public static partial Regex Agent();

    [GeneratedRegex(@"\b(?:ai|aurais|aurai)[- ]je droit (?:a|au|aux)\b|\bj'(?:ai|aurais|aurai|avais)(?: bien| encore| toujours)? (?:le |des )?droits? (?:a|au|aux)\b|\b(?:suis|serais|serai)[- ]je (?:\w+ )?(?:eligible|exoner|couvert|concern|beneficiaire|rembours)|\bje (?:suis|serais) (?:\w+ )?eligible|\b(?:puis|pourrais|pourrai)[- ]je (?:aussi |encore |deja |quand meme )?(?:beneficier|toucher|percevoir|pretendre|partir|obtenir|avoir|recevoir|prendre ma|cumuler (?:ma|mon|mes))|\bje (?:peux|pourrais|pourrai|vais) (?:aussi |encore |deja )?(?:beneficier|toucher|percevoir|pretendre|partir|obtenir|recevoir|avoir)|\b(?:combien|que) (?:vais|puis|pourrais)[- ]je (?:toucher|percevoir|recevoir|avoir)|\bcombien je (?:vais |peux |pourrais )?(?:touch|percev|percoi|recev|aur)|\bquels? (?:sont|est) mes droits?\b|\bmes droits (?:a|au|aux)\b|\bam i (?:\w+ )?(?:entitled|eligible)|\bcan i (?:get|claim|receive|apply)|\bdo i (?:qualify|have (?:a |the )?right)|\bhow much (?:will|can|do) i\b", RegexOptions.CultureInvariant)]
    public static partial Regex FirstPerson();

    [GeneratedRegex(@"\bdroits? (?:a|au|aux|pour|de percevoir|de toucher)\b|\b(?:a|ont|aura|auront|aurait|avoir|ouvre|ouvrir|ouvert)[- ](?:t[- ](?:il|elle|ils|elles) |(?:il|elle) |encore |bien |toujours |le |les |des |ses )*droits?\b|\bquels? (?:sont )?(?:ses |les |leurs )?droits?\b|\b(?:ses|leurs) droits\b|\bdroit\w* .{0,15}\?|\bdroit (?!de\b|du\b|des\b|d'|commun|social|prive|public|local|penal|francais|europeen)(?:l'|la |le )?\w+\b|\beligib\w*|\beligible|\bpretendre\b|\b(?:peut|peuvent|pourra|pourrait|pourraient|peu|pe)[- ]?(?:t[- ])?(?:il|elle|ils|elles)?\b(?! (?:y|on)\b)|\b(?:remplit|ouvre|beneficie|beneficiera|touche|touchera|percoit|percevra|recevra|aura|va|doit|devra|sera|est|a)[- ](?:t[- ])?(?:il|elle|ils|elles)\b(?! (?:(?:y|necessaire|possible|obligatoire) |avoir (?:cotis|travaill|valid|resid)))|\bcombien (?!de (?:temps|mois|jours|trimestres|pieces)|.{0,40}doit[- ](?:il|elle) avoir)|\bcb\b|\b(?:quel|le) montant\b|\bquelles? (?:aides?|prestations?|allocations?|somme)\b|\b(?:toucher|percevoir|recevoir|obtenir|beneficier|cumuler|partir|va avoir|va toucher|recevable|exoneree?|pris en charge|prise en charge|remboursee?|indemnisee?)\b|\bok\b|\bc'est bon\b|\bpasse\b|\ba quel age\b|\bdroit ou pas\b|\b(?:entitled?|entitlement|eligib\w*|qualif\w+|allowed|rights? to|how much|can (?:he|she|they|mr|mrs|ms|my|this|our)|is (?:he|she)|will (?:he|she|mr|mrs|my|this)|does (?:he|she|mr|mrs|my|this)|should (?:he|she|i)|get|claim|receive)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Entitlement();

    // A fact alone asks when nothing else does: "mme [nom] touche l'aah et le rsa ?"
    [GeneratedRegex(@"\b(?:touche|percoit|beneficie|cumule|garde|conserve|perd|gets|keeps?)\b[^?]*\?|\brsa\b ?\?|\best(?:-ce)? .{0,60}\?", RegexOptions.CultureInvariant)]
    public static partial Regex Circumstance();

    [GeneratedRegex(@"\b(?!faut|y)\w+[- ](?:t[- ])?(?:il|elle|ils|elles)\b|\best-ce que?\b", RegexOptions.CultureInvariant)]
    public static partial Regex AnyInversion();

    [GeneratedRegex(@"\b(?:comment (?!.{0,30}\bdroit)|ou (?:s'adresser|envoyer|deposer|trouver|faire|se renseigner|puis-je trouver|peut[- ](?:il|elle|on) (?:trouver|envoyer|deposer|s'adresser))|quand (?:envoyer|deposer|declarer|faire|demander)|a qui|aupres de qui|par quel moyen|quelle? (?:est la |est le )?(?:procedure|demarche|marche a suivre|formulaire|delai|date limite|regle|texte|article|adresse|service|cerfa|courrier|imprime|piece|justificatif|document|difference|definition|condition|plafond)|quels? (?:sont les |sont le )?(?:formulaires?|delais?|pieces?|justificatifs?|documents?|textes?|articles?|plafonds?|criteres?|imprimes?)|quelles (?:sont les )?(?:demarches?|pieces?|conditions?|regles?|formalites?|procedures?|informations?)|qu'est-ce qu|c'est quoi|which (?:form|document|documents|rule|rules)|what (?:form|documents?|are the (?:rules|conditions))|where (?:can|should|to)|how (?:to|do i|can i|should i|does))\b[^?.;]*", RegexOptions.CultureInvariant)]
    public static partial Regex Procedure();

    [GeneratedRegex(@"\b(a|peut|est|doit|sera|aura|va|peu|touche|remplit|beneficie|pourra|percoit)[ -]?(t[ '-])?(il|elle|ils|elles)\b", RegexOptions.CultureInvariant)]
    public static partial Regex HastyInversion();

    [GeneratedRegex(@"\b(?:j ai|g|jai|j'est|j'ais) (?=une?\b|1\b|deux\b|le cas|la|en\b)", RegexOptions.CultureInvariant)]
    public static partial Regex HastyHave();
}
