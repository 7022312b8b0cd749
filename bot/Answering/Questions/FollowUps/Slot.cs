using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>What a follow-up may change of a question and leave the rest.</summary>
internal enum Slot
{
    /// <summary>"si elle est enceinte", "en cas de décès".</summary>
    Condition,

    /// <summary>"en 2023", "au 1er janvier".</summary>
    Date,

    /// <summary>"avec deux enfants".</summary>
    Children,

    /// <summary>"après 65 ans".</summary>
    Age,

    /// <summary>"à Mayotte".</summary>
    Place,

    /// <summary>"pour les indépendants": how somebody works.</summary>
    Status,

    /// <summary>"pour un couple": how somebody lives.</summary>
    Household,
}

/// <summary>Where slots stand in a question. General French and the public words of social security, of no document in particular.</summary>
internal static partial class SlotPatterns
{
    public static Regex Of(Slot slot) => slot switch
    {
        Slot.Condition => Condition(),
        Slot.Children => Children(),
        Slot.Age => Age(),
        Slot.Place => Place(),
        Slot.Status => Status(),
        Slot.Household => Household(),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Dates are read by their own finder."),
    };

    /// <summary>What stands before a date and belongs to it.</summary>
    public static Regex BeforeDate() => DatePreposition();

    private const string Number = @"(?:une?|deux|trois|quatre|cinq|six|\d{1,2}|aucun|plusieurs)";

    private const string Determiner = $@"(?:les? |la |l'|des |mon |ma |mes |notre |nos |cet |cette |ce |{Number} )";

    // "aux adultes handicapés", "de l'enfant": what follows "de" or "à" belongs to the name of an allowance, and stays.
    private const string Named = @"(?<![\w'-])(?<!\b(?:aux?|du|de|de la|vieux|jeunes?) |\b(?:d|l)')";

    private const string People = $@"(?:(?<![\w'-])(?:(?:pour|chez|concernant|envers|cote|s'agissant d(?:e|es|u)|en ce qui concerne) )|{Named}){Determiner}?";

    private const string Workers = $@"(?:(?<![\w'-])(?:(?:pour|chez|concernant|envers|cote|s'agissant d(?:e|es|u)|en ce qui concerne|des|d'une?) )|{Named}){Determiner}?";

    private const string Quality =
        @"(?: (?:agricoles?|independante?s?|publi(?:c|cs|que|ques)|privee?s?|hospitali\w+|territori\w+|seule?s?|isolee?s?|marie?e?s?|pacsee?s?|non[- ]salariee?s?|survivante?s?"
        + @"|handicapee?s?|titulaires?|contractuel\w*|saisonni\w+|libera\w+|enceintes?|malades?|agee?s?|etrangere?s?|sans enfants?|du (?:secteur )?(?:prive|public)"
        + @"|de la fonction publique(?: (?:territoriale|hospitaliere|d'etat))?|de l'etat|a temps (?:partiel|plein|complet)|en activite|a charge|de (?:moins|plus) de \d{1,3} ans|en interim|bi-?actifs?))*";

    [GeneratedRegex(
        @"(?:, ?)?\b(?:(?<!(?:savoir|demande|demander|dire|verifier|sais|sait|confirmer),? )(?:(?:meme )?si (?=\w)|s'(?!il (?:vous|te) plait)(?=ils? |on ))|en cas d(?:e |'|u )|lorsqu(?:e |')|(?<!(?:de|depuis|jusqu'a) )quand (?=on |ils? |elles? |l[ae] |les |un |une |l'))[^,?;]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex($@"\b(?:avec|sans) (?:{Number} )?(?:autres? )?(?:enfants?|personnes?)(?: a charge| mineurs?| majeurs?)*\b", RegexOptions.CultureInvariant)]
    private static partial Regex Children();

    [GeneratedRegex(@"\b(?:(?:pour |chez )?(?:les |des )(?:jeunes |personnes |enfants )?(?:de )?(?:plus|moins) de |a partir de |apres |avant |des |jusqu'a |de plus de |de moins de |plus de |moins de |a |au-dela de )\d{1,3} ans\b", RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    [GeneratedRegex(
        @"\b(?:a|au|aux|en|dans|pour|sur|hors)(?: (?:la|les|le)| l')? ?(?:mayotte|guadeloupe|martinique|guyane|reunion|saint[- ](?:martin|barthelemy|pierre(?:[- ]et[- ]miquelon)?)|polynesie(?: francaise)?"
        + @"|nouvelle[- ]caledonie|wallis(?:[- ]et[- ]futuna)?|d[or]om(?:-tom)?|outre[- ]mer|metropole|france(?: metropolitaine)?|hexagone|corse|alsace(?:[- ]moselle)?|moselle|bretagne|paris|marseille|lyon|antilles"
        + @"|etranger|europe|union europeenne|ue|suisse|belgique|luxembourg|allemagne|espagne|italie|portugal|maroc|algerie|tunisie|monaco|quebec)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(
        $@"{Workers}(?:salariee?s?|independante?s?|travaill(?:eurs?|euses?)|fonctionnaires?|agents? (?:publics?|titulaires?|contractuels?|de la fonction publique)|etudiante?s?|lyceens?|apprentie?s?|alternante?s?"
        + @"|exploitante?s?|agricult(?:eurs?|rices?)|artisans?|commercante?s?|(?:auto|micro)[- ]?entrepreneu(?:rs?|ses?)|professions? liberales?|chomeu(?:rs?|ses?)|demandeu(?:rs?|ses?) d'emploi|interimaires?"
        + @"|saisonni(?:ers?|eres?)|intermittente?s?(?: du spectacle)?|contractuel(?:le)?s?|vacataires?|cadres?|frontali(?:ers?|eres?)|militaires?|marins?(?:[- ]pecheurs?)?|pecheurs?|assistante?s? maternel(?:le)?s?|stagiaires?"
        + @"|benevoles?|elue?s?|artistes?(?:[- ]auteurs?)?|employeurs?|particuliers? employeurs?|gerante?s?|retraitee?s?|tns|ouvriers?|temps partiels?|regime (?:agricole|general|des independants|local))" + Quality + @"(?![\w-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(
        $@"{People}(?:couples?|personnes? (?:seules?|isolees?|agees?|handicapees?|enceintes?|mariees?)|{Number} personnes|familles?(?: (?:monoparentales?|nombreuses?|d'accueil))?|parents?(?: isoles?)?|celibataires?|mariee?s?|pacsee?s?|concubine?s?"
        + @"|conjointe?s?|epou(?:x|ses?)|partenaires?(?: de pacs)?|veu(?:fs?|ves?)|orpheline?s?|femmes?|hommes?|meres?|peres?|grands[- ]parents?|aidante?s?|etrange(?:rs?|res?)|mineure?s?|majeure?s?|jeunes?|seniors?|adultes?"
        + @"|jumeaux|(?<=\b(?:pour|chez|et) (?:l'|les |une? |deux |trois |quatre |cinq |\d |mon |mes ))enfants?|locataires?|proprietaires?|bailleurs?|ayants?[- ]droit)" + Quality + @"(?![\w-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Household();

    [GeneratedRegex(@"\b(?:a (?:partir|compter) d[ue]|depuis(?: le)?|avant(?: le)?|apres(?: le)?|jusqu'(?:en|au)|pour(?: l'annee)?|en|au(?: titre de)?|le|du|de l'annee|l'annee|de|sur)\s$", RegexOptions.CultureInvariant)]
    private static partial Regex DatePreposition();
}
