using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>The French words that negate, except, limit and oblige, in plain text: data, kept in one place.</summary>
internal static partial class RestrictionWords
{
    /// <summary>"ne … pas": group "inner" is what stands between.</summary>
    [GeneratedRegex(@"\b(?:ne |n')(?<inner>(?:[\w'€%,.-]+ ){0,6}?)(?<end>pas|plus|jamais|aucune?|aucunement|ni|guere|point|nulle?|rien|personne)\b(?! seulement| uniquement)(?<after>(?:[ ,]+[\w'-]+){0,3})|\b(?:aucune?|nul|nulle|ni|rien|personne) (?<subject>(?:[\w'€%,.-]+ ){0,9}?)(?:ne |n')(?<after>(?:[\w'-]+ ?){0,3})", RegexOptions.CultureInvariant)]
    public static partial Regex Negation();

    /// <summary>"ne peut excéder", "ne saurait": no second word needed.</summary>
    [GeneratedRegex(@"\bne (?:peut|peuvent|pourra|pourront|pouvant|saurait|sauraient|cesse|cessent|doit|doivent) (?!(?:[\w'-]+ ){0,5}?(?:pas|plus|jamais|aucune?|ni|que|qu'))(?<after>(?:[\w'-]+ ?){0,3})|\bn'(?:excede|ose)\b", RegexOptions.CultureInvariant)]
    public static partial Regex BareNegation();

    [GeneratedRegex(@"\b(?:sans|(?<!ou )non(?![- ](?:salarie|plus|seulement))|aucune?s?|interdi\w*|exclu(?:s|es?|ent|t|re)?|exclusion|impossible|irrecevable|incompatible|ineligible|inapplicable|exoner\w*|dispens\w*|refus\w*|rejet\w*|perd(?:ent|u|ue|us|re)?\b|prive[es]*\b(?! d'emploi)|cess(?:e|ent|er|ation|era)|supprim\w*|suspend\w*|suspension|annul\w*|absence|defaut|faute|silence|echapp\w*|empech\w*|obstacle|oppos\w+|ni|inopposable|indu\w*|nul(?:le)?\b|jamais|depourvu\w*|decho\w*|caduc\w*|decheance|interrompu\w*|facultati\w*|manqu\w*|gratuit\w*|unmoins)\b|\bune seule\b", RegexOptions.CultureInvariant)]
    public static partial Regex NegativeWord();

    /// <summary>Of those, the ones that a claim may not lose.</summary>
    [GeneratedRegex(@"\b(?:sans|(?<!ou )non(?![- ](?:salarie|plus|seulement))|aucune?s?|interdi(?:t|te|ts|tes|ction)|exclu(?:s|es?|ent)?|exclusion|impossible|irrecevable|incompatible|ineligible|inapplicable|exoneree?s?|dispensee?s?|refuse(?:e|s|es|r)?)\b(?! d'un commun| delai)", RegexOptions.CultureInvariant)]
    public static partial Regex StrongNegative();

    [GeneratedRegex(@"\b(?:ne |n')(?!(?:[\w'-]+ ){0,4}?(?:pas|plus|jamais|aucune?)\b)(?:[\w'-]+ ){1,8}?(?:que|qu')|\buniquement\b|\bseulement\b|\bexclusivement\b|(?<!sous )\breservee?s?\b|\blimitee?s? (?:a|aux?)\b|(?<=[,;:.(]|\b(?:que|et|ou|mais|car|donc)) seule?s? (?:l[ea]s?\b|l')|(?<=\n)seule?s? |\b(?:le|la|les) seule?s?\b|\bseules? (?:est|sont|peut|peuvent)\b|^seule?s? ", RegexOptions.CultureInvariant)]
    public static partial Regex Only();

    [GeneratedRegex(@"\b(?:sauf|hormis|excepte\w*|a l'exception|a l'exclusion|a moins|en dehors|hors|par derogation|par exception|exception faite)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Except();

    [GeneratedRegex(@"\b(?:a (?:la )?(?:seule )?condition|sous reserve|sous (?:la )?conditions?|pourvu qu\w*|subordonn\w*|conditionn\w+|des lors qu\w*|dans la mesure ou)\b", RegexOptions.CultureInvariant)]
    public static partial Regex StrongCondition();

    [GeneratedRegex(@"\b(?:si|s'ils?|s'elles?|lorsqu\w*|quand|en cas d\w*|dans le cas|dans l'hypothese)\b", RegexOptions.CultureInvariant)]
    public static partial Regex WeakCondition();

    [GeneratedRegex(@"\b(?:condition\w*|reserve|si|s'ils?|s'elles?|lorsqu\w*|quand|en cas|des lors|doi(?:t|vent)|devez|faut|requis\w*|exig\w*|necessaires?|suppose\w*|subordonn\w*|justifi\w*|respect\w*|lien|obligat\w*|pourvu|mesure|qui|dont|ayant|rempli\w*|moyennant|apres|uniquement|seulement|que|qu'|sauf|moins|limite)\b", RegexOptions.CultureInvariant)]
    public static partial Regex AnyCondition();

    [GeneratedRegex(@"^(?:[ivx\d]+[.)o]* ?-? ?)?(?:toutefois|cependant|neanmoins|sauf|par derogation|par exception|a titre derogatoire|en revanche|a l'exception)\b", RegexOptions.CultureInvariant)]
    public static partial Regex OpensException();

    [GeneratedRegex(@"\b(?:doi(?:t|vent)|devra|devront|devez|devrez|tenue?s? d|obligatoire(?:ment)?|obligation|faut|imperati\w+|exig\w+|requise?s?|impose\w*|necessaire(?:ment)?)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Obligation();

    [GeneratedRegex(@"\b(?:peu(?:t|vent)|pourra|pourront|pouvez|pourrez|possib\w+|facultati\w+|faculte|libre\w*|eventuel\w*|susceptible\w*|permet\w*|permis\w*|autoris\w*|possibilite|droit|souhait\w*|choi\w+)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Permission();

    /// <summary>What makes a rule hold for all or always; "tous les mois" says how often, and "pas toujours" that it does not.</summary>
    [GeneratedRegex(@"(?<!\bpas |\b(?:non|que) )\b(?:tous les (?!(?:\w+ )?(?:mois|ans|jours|trimestres|semestres)\b)|toutes les (?!(?:\w+ )?(?:annees|semaines|heures)\b)|toute (?:personne|demande|situation)\b|tout (?:assure|allocataire|salarie|demandeur|parent|enfant|conjoint|beneficiaire|titulaire|moment|le monde)\w*|(?:a|pour|de) tous\b|toujours\b|systematique(?:ment)?\b|en toute (?:circonstance|hypothese)|sans (?:aucune )?(?:condition|exception|limite|restriction)s?\b|quel(?:le)?s? que soi\w+|n'importe (?:quel\w*|qui)|meme (?:sans|si|en l'absence|en cas)\b|dans tous les cas\b|inconditionnel\w*)", RegexOptions.CultureInvariant)]
    public static partial Regex Universal();

    /// <summary>What in a source may be said as a universal.</summary>
    [GeneratedRegex(@"\b(?:tout|tous|toute|toutes|toujours|chaque|chacune?|quel(?:le)?s? que|quelconque|ensemble|integral\w*|totalite|systematique\w*|aucune?|sans|jamais|indifferemment|nonobstant|meme|independamment|permanen\w*|constamment|y compris|general\w*)\b", RegexOptions.CultureInvariant)]
    public static partial Regex SourceOfUniversal();

    [GeneratedRegex(@"\b(?:(?:l')?une (?:seule )?(?:de ces|des|de ses|au moins des)(?: \w+)? conditions|une (?:seule )?(?:de ces )?conditions? suffi\w*|conditions? alternatives?|au moins une (?:de ces |des )?(?:\w+ )?conditions?)", RegexOptions.CultureInvariant)]
    public static partial Regex OneOfConditions();

    [GeneratedRegex(@"\b(?:(?:les|ces|aux) (?:deux|trois|quatre|cinq|[2-9]) conditions|toutes (?:les|ces) conditions|conditions? (?:est |sont )?cumulatives?|cumulativement|a la fois|tous deux|toutes deux)\b", RegexOptions.CultureInvariant)]
    public static partial Regex AllConditions();

    /// <summary>"peut être suspendue" may not become "est suspendue".</summary>
    [GeneratedRegex(@"\b(?:est|sont|sera|seront) (?:[\w'-]+ )?(?<done>\w{3,})", RegexOptions.CultureInvariant)]
    public static partial Regex IsDone();

    /// <summary>The condition that a sentence opens with.</summary>
    [GeneratedRegex(@"^(?:si|lorsqu\w*|en cas|quand)\b[^,]*,", RegexOptions.CultureInvariant)]
    public static partial Regex Leading();

    /// <summary>"peut être suspendue": what may happen and need not.</summary>
    [GeneratedRegex(@"\b(?:peut|peuvent|pourra|pourront) (?:[\w'-]+ )?etre (?<done>\w{4,}e[es]*|\w{3,}(?:i|u|is|us|ies?|ues?|ts?|tes?))\b", RegexOptions.CultureInvariant)]
    public static partial Regex MayBeDone();

    [GeneratedRegex(@"\b(?:not|n't|no|never|without|unless|except\w*|only|cannot|neither|nor|excluded|excluding|prohibited|forbidden|ineligible|exempt\w*|refused|unable|cease\w*|suspended|none|loses?|other than)\b", RegexOptions.CultureInvariant)]
    public static partial Regex EnglishNegative();
}
