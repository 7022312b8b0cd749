using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Persons;

/// <summary>Words that point at one person, or at people of a kind; all but <see cref="Named"/> read folded text.</summary>
internal static partial class PersonCues
{
    internal const string Person = @"(?:(?!(?<=\b(?:ma|sa|cette|notre|votre|une|la|leur) )retraite\b)(?:ass?ure?e?s?|all?oc{1,2}at(?:ai|e)re|adherente?|usagere?|cliente?|beneficiaire|demandeur|demandeuse|retraitee?|salariee?|patiente?|administree?|monsieur|dame|madame|mademoiselle|personne|homme|femme|couple|famille|mere|maman|pere|papa|parents?|fils|fille|enfant|gamine?|bebe|jeune|conjointe?|mari|epouse?|epoux|concubine?|compagne|compagnon|etudiante?|chomeur|chomeuse|veuve|veuf|travailleur|travailleuse|ressortissante?|interesse|interessee|requerante?|pensionnee?|locataire|mamie|papi|papy|mec|gars|type|apprentie?|voisine?|amie?|copine|copain|frere|soeur|tante|oncle|grand-mere|grand-pere|fonctionnaire|artisane?|agriculteur|agricultrice|exploitante?|intermittente?|independante?|commercante?|stagiaire|handicapee?|invalide|titulaire|preneur|employee?|gestionnaire|auto-entrepreneu(?:r|se)|micro-entrepreneu(?:r|se)|senior|refugiee?|etrangere?|heritiere?|ayant droit|aidante?|assistante? maternelle))";

    [GeneratedRegex(@"\[(?:NOM|NIR|NUMÉRO|NAISSANCE)\]", RegexOptions.CultureInvariant)]
    public static partial Regex Named();

    // A case of law bears a name.
    [GeneratedRegex(@"\b(?:arrêt|jurisprudence|affaire|décision|rapport|loi|amendement|circulaire) (?:de )?(?:M\.|Mme|Mr|Monsieur|Madame)? ?\[NOM\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex OnlyCited();

    [GeneratedRegex($@"\b(?:mon|ma|notre|cet|cette|ce|une? de (?:mes|nos|vos|ces)|votre) (?:(?!qu|est|sont|peut|doit|qui|que|a\b|pour|de\b|d'|dossier|regle|prestation|aide|allocation|code|article|loi)[\w'-]+ )?{Person}\b|\b(?:la|le) (?:dame|monsieur|petite? dame|mec|gars)\b(?! de\b)|\b(?:une?|1) (?:petite? |vieille |vieux )?(?:dame|monsieur|mamie|papi|papy|mec|gars)\b|\b(?:madame|monsieur|mme|mr|mlle|m\.)(?! (?:le |la |l'|les |et |ou |tout)|, ?(?:monsieur|madame)|\.? ?$| ?,)|\bl'(?:interessee?|allocataire en question|assuree? en question|assuree? ci-dessus|assuree? concernee?)\b|\b(?:la personne|l'assuree?|l'allocataire|le client|la cliente|l'usagere?) (?:en face|devant moi|au telephone|au guichet|au bout du fil|en ligne|que j'ai|que je recois|dont je)|\b(?:my|this|that|our) (?:\w+ ){{0,2}}(?:client|claimant|pensioner|customer|patient|lady|man|woman|guy|gentleman|person|applicant|beneficiary|employee|worker|mother|father|widow|widower|couple|family|student|member|husband|wife|son|daughter|user)\b", RegexOptions.CultureInvariant)]
    public static partial Regex PointedAt();

    [GeneratedRegex($@"(?:\bj'(?:ai|accompagne|instruis|etudie|examine)|\bje (?:recois|traite|gere|suis (?:avec|en ligne avec|au telephone avec|en rdv avec|face a)|viens de recevoir|m'occupe d')|\b(?:on|nous) (?:a|avons|recoit|recevons)|\b(?:i have|i've got|we have|i am with|i'm with|i am dealing with)|\b(?:cas|dossier|situation|demande|appel)(?: concret| particulier| suivante?| du jour)? ?(?::|d'une?|pour une?)) ?(?:[\w']+ ){{0,3}}?(?:une?|1|d'une?|the|a|an|le cas d'une?|deux|2)? ?(?:[\w']+ ){{0,2}}?(?:{Person}|client|claimant|pensioner|customer|patient|applicant|widow|widower|man|woman|lady)s?\b", RegexOptions.CultureInvariant)]
    public static partial Regex PresentCase();

    [GeneratedRegex(@"(?<!\bdans )\b(?:son|sa|ses|leur|ce|cette|mon|ma|notre|le|this|the|his|her) (?:\w+ )?(?:dossier|demande|cas|recours|reclamation|file|application|claim)\b(?! (?:d'une?\b|des?\b|de la\b|type|complet|hors|d'))|\b(?:ce|cette|son|sa) (?:dossier|demande|situation)\b(?<!dans (?:ce|cette|son|sa) (?:cas|situation))|\b(?:ses|leurs) droits\b|(?<![\w'])(?:lui|l'|le|la|les|leur) (?=(?:accord|refus|accept|rejet|vers|octro|valid|attribu|maint|suspend|radi|supprim|pay|donn))|\bl'(?=(?:accord|accept|octro|attribu)(?:er|e)\b)|\blui\b|\bthem\b|\b(?:he|she)\b", RegexOptions.CultureInvariant)]
    public static partial Regex CaseAtHand();

    [GeneratedRegex($@"\b(?:une?|des|les|tout|toute|tous|toutes|chaque|quelle?s?|aux|aucune?|deux|the|an?|certaine?s) (?:(?:les|autre|meme|futur|jeune|ancien|ancienne|simple|seule?) ){{0,2}}(?:{Person}|person|people|widow|widower|worker|student|employee|claimant|pensioner|parent|spouse|insured)s?\b|\b[ld]'(?:{Person})\b|\b(?:le|la|du|au|de la|a la) {Person}\b|\bd'une? {Person}|\bqui (?:a|peut|est|sont|ont|doit|touche|percoit|beneficie)\b|\bquelqu'un\b|\b(?:celui|celle|ceux|celles) qui\b|\b(?:si|lorsqu|quand|des qu|quand bien meme) ?'?(?:on|l'on)\b|\bpeut[- ]on\b|\ba[- ]t[- ]on\b|\bsomeone\b|\banyone\b|\bwho (?:is|can|may|has)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Generic();

    [GeneratedRegex(@"(?:^|[,.;:?!…(] ?|\b(?:et|alors|donc|mais|est-ce qu'|bonjour|bjr|que|qu'|pour savoir si|si|combien|quand|a quel age|because|and|so|then) ?)(?:(?:il|elle|ils|elles) (?:n'|ne |y |en |lui )?(?:a\b|ont|est|sont|touche|percoit|gagne|travaille|vit|habite|veut|souhaite|demande|peut|va|doit|ouvre|remplit|beneficie|sera|aura|avait|etait|recoit|declare|arrete|reprend|cotise|pourra)|(?:a|est|peut|doit|sera|aura|va|touchera|percevra|pourra|remplit|beneficie)[- ](?:t[- ])?(?:il|elle|ils|elles)\b(?! y a| possible| necessaire| obligatoire| prevu| permis| vrai| utile)|(?:he|she) (?:is|has|gets|earns|receives|wants|lives|works|can|will)|(?:can|is|does|will|should) (?:he|she)\b)|\b(?:can|is|does|will) (?:he|she) ", RegexOptions.CultureInvariant)]
    public static partial Regex Pronoun();

    // "58 ans, au chômage, 2 enfants, droit à l'ASS ?", "allocataire 1200 € 2 enfants".
    [GeneratedRegex($@"^(?:bonjour,? |bjr,? |slt,? |question ?:? |cas ?:? |dossier ?:? )?(?:(?:{Person}|separee?|divorcee?|mariee?|celibataire|enceinte|licenciee?|au chomage|en arret)\b[^?]{{0,60}}?\b\d|\d{{2}} ans\b(?! (?:de|et plus|revolus)))", RegexOptions.CultureInvariant)]
    public static partial Regex Bare();

    [GeneratedRegex(@"\b\d{2} ?ans\b|\b\d[\d .]*(?:,\d+)? ?(?:€|euros?|eur)|\b(?:\d|un|deux|trois|quatre) (?:enfants?|gosses|gamins)\b|\b\d+ (?:trimestres|kids|children)\b|\b(?:veuve?|divorcee?|separee?|celibataire|licenciee?|mariee?|pacsee?|enceinte|heberge[e]?|invalide)\b|\bau chomage\b|\ben arret\b|\b(?:vit|vivant) (?:seule?|chez|en couple)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Detail();

    // Told as a fact: "une allocataire a 2 enfants et gagne 900 €, …".
    [GeneratedRegex($@"\b{Person} (?:(?!qui\b|dont\b|ayant\b)[\w']+ ){{0,3}}?(?:a|touche|gagne|percoit|declare|recoit|vient d'avoir) (?:\w+ ){{0,2}}?\d[\d .,]*(?:€|euros?|ans\b|enfants?)[^?]*[,.;:]", RegexOptions.CultureInvariant)]
    public static partial Regex Fact();

    [GeneratedRegex(@"\b(?:quand|si|s'|lorsqu\w*|lorsque|des que|qui|dont|ayant)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Hypothesis();

    [GeneratedRegex(@"\b(?:les|des|aux) (?:\w+ )?\w+s\b|\bquels?\b|\bquelles?\b|\bconditions?\b", RegexOptions.CultureInvariant)]
    public static partial Regex Plural();
}
