using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>How people go on with a question: the words that lean on what was said, against <see cref="FoldedText"/>.</summary>
internal static partial class TalkWords
{
    /// <summary>Courtesy, then what goes on with the question before ("et", "même question").</summary>
    [GeneratedRegex(
        @"^[\s.,;:!-]*(?:(?:non|oui|ok|d'accord|merci(?: (?:beaucoup|bien))?|tres bien|parfait|super|bonjour|alors|donc|du coup|sinon|bon|ah)\b[\s.,;:!]*)*"
        + @"(?<on>(?:et|mais|ou|puis)\b(?: (?:alors|donc|du coup|sinon|aussi|encore))*|(?:la )?meme (?:question|chose)|(?:et )?idem|pareil|(?:et )?(?:qu'en est-il|quid) (?=d|pour)|je (?:voulais|veux) dire|(?:et )?qu'en est-il|(?:et )?quid\b)?[\s,:]*",
        RegexOptions.CultureInvariant)]
    public static partial Regex Opening();

    /// <summary>Stands for something that was named before.</summary>
    [GeneratedRegex(
        @"\b(?:en (?:benefici\w+|touch\w+|perc\w+|recev\w+|avoir|disposer|faire la demande|demander|deposer|profiter|sortir|parler)|y (?:a[- ]t[- ](?:il|elle|on) )?(?:droit|avoir droit|pretendre|renoncer|a droit|ai droit|ont droit|ouvre)|y a-t-on droit|y a-t-il droit"
        + @"|(?<!faire )(?:l[ae]|les) (?=(?:demand|percev|cumul|touch|obten|renouvel|vers|pay|rembours|contest|calcul|declar|envoy|depos|conserv|gard|perd|suspend|prolong|recev|justifi|refus|annul|modifi|rachet|liquid)\w*(?:er|ir|oir|re)\b)|l'(?=(?:obten|avoir|envoy|attribu|annul)\w*)"
        + @"|^(?:(?:(?:a partir |depuis |jusqu'a |pendant |a compter )?(?:de )?(?:quand|combien(?: de (?:temps|mois|jours))?|comment|pourquoi|ou|quel(?:le)?s?(?: \w+)?)) )?(?:est|sont|sera|seront|etait|peut|peuvent|doit|doivent|va|vont|compte|comptent|donne|ouvre|dure|change|augmente|depend|s'applique|commence|cesse|prend|reste|fonctionne|arrive)-(?:t-)?(?:elles?|ils?)\b(?! (?:possible|necessaire|obligatoire de|faut))"
        + @"|celle?s?-?ci|celui-ci|ceux-ci|ce dernier|cette derniere|dans (?:ce|ces|cette) (?:cas|situations?|conditions?)|(?:dans l'autre|meme) cas|est-ce(?! qu)|c'est\b(?! quoi| -a-dire)|cela|ca\b|cumul(?:er|able|ables) avec"
        + @"|(?:cet(?:te)?|ces?) (?:allocations?|primes?|aides?|pensions?|indemnites?|prestations?|complements?|rentes?|droits?|regles?|dispositifs?|conges?|majorations?|supplements?|montants?|plafonds?|delais?|taux|durees?|conditions?|exonerations?|cotisations?|sommes?|periodes?|dates?|seuils?))\b"
        + @"|^(?:est-ce qu')?(?:elles?|ils?) (?:est|sont|sera|seront|s'|se |dure|commence|prend|peut|doit|donne|ouvre)",
        RegexOptions.CultureInvariant)]
    public static partial Regex StandIn();

    /// <summary>"cette allocation": the words for which the topic itself can stand.</summary>
    [GeneratedRegex(@"\b(?:cet(?:te)?|ces?) (?:allocations?|primes?|aides?|pensions?|indemnites?|prestations?|complements?|rentes?|droits?|dispositifs?|conges?|majorations?|supplements?|exonerations?|cotisations?)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Demonstrative();

    /// <summary>Asks something by its form.</summary>
    [GeneratedRegex(
        @"\b(?:quel(?:le)?s?|combien|comment|pourquoi|quand|qui|quoi|ou(?= (?:l'|la |le |les |s'|faire|envoyer|deposer|est|sont|trouver))|lequel|laquelle|lesquels|lesquelles|est-ce|qu'est|que|faut-il|peut-on|doit-on|a-t-on|y a-t-il|\w+-(?:t-)?(?:elles?|ils?|on))\b",
        RegexOptions.CultureInvariant)]
    public static partial Regex Asking();

    /// <summary>Begins what may be put at the end of a question.</summary>
    [GeneratedRegex(@"^(?:pour|avec|sans|apres|avant|pendant|durant|chez|dans|en|aux?|a|hors|sous|par|depuis|entre|contre|selon|malgre|lors|au-dela|suite) ?\b", RegexOptions.CultureInvariant)]
    public static partial Regex Preposition();

    /// <summary>Wants more of the same: nothing of the question changes.</summary>
    [GeneratedRegex(
        @"^(?:pourquoi|pour quelle raison|ensuite|apres|alors|c'est tout|c'est-a-dire|par exemple|un exemple|(?:plus|davantage) de (?:details?|precisions?)|(?:des |tu peux |vous pouvez |peux-tu |pouvez-vous )?(?:precisions?|preciser|precise[rz]?|detaille[rz]?|developpe[rz]?|explique[rz]?))\b[\s.!?]*$",
        RegexOptions.CultureInvariant)]
    public static partial Regex More();

    /// <summary>Words that carry no topic: function words, and the verbs and nouns of every procedure.</summary>
    [GeneratedRegex(
        @"^(?:[a-z]|les?|la|des?|du|une?|aux?|en|et|ou|mais|ni|or|donc|car|si|que|qui|quoi|qu|dont|ce|cet|cette|ces|ca|cela|ci|c|d|l|s|n|j|m|t|y|on|ils?|elles?|je|tu|nous|vous|me|te|se|moi|lui|leurs?|son|sa|ses|mon|ma|mes|notre|nos|votre|vos"
        + @"|par|pour|sur|dans|avec|sans|chez|vers|entre|pendant|depuis|avant|apres|selon|jusqu|jusque|aussi|encore|alors|sinon|plutot|meme|ne|pas|plus|moins|tres|bien|tout|tous|toute|toutes|autres?|combien|comment|pourquoi|quand|quel|quels|quelle|quelles"
        + @"|est|sont|etre|ete|sera|seront|etait|serait|ai|as|ont|avoir|avons|avez|aura|peut|peuvent|peux|pouvez|pouvoir|pourra|doit|doivent|devoir|dois|faut|va|vont|vais|fait|font|faire|dire|dit|savoir|sait|existe|sert|possible|svp|stp|merci|maintenant|droits?|cas|temps"
        + @"|demande[rsz]?|demandee?s?|dossiers?|obtenir|obtenu|beneficier|beneficie|toucher|touche|percevoir|percu|percue|recevoir|recu|verse[rsz]?|versee?s?|payer|paye[es]?|calcule[rs]?|calculee?s?|contester|renouveler|renouvelee?|deposer|envoyer|adresser|fournir|joindre|remplir"
        + @"|declarer|pretendre|accorde[er]?s?|attribuee?s?|ouvre|ouvrir|commence|dure|cumule[rs]?|cumulables?|imposables?|saisissables?|remboursables?|remboursee?s?|retroacti\w+|obligatoires?|automatique\w*|suspendue?s?|prolonge\w*|supprimee?s?|reduite?s?|augmentee?|maintenue?s?|necessaires?|applicables?|concernee?s?)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Plain();
}
