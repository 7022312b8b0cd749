using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>
/// The words by which French administrations introduce a text. Every pattern runs on plain small letters (no accents, one kind of
/// dash and apostrophe) and takes time linear in them, whatever a page holds.
/// </summary>
internal static class DescribingPatterns
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Kinds of document as a line names them, longer names first, and as they are shown.</summary>
    public static readonly ImmutableArray<(string Plain, string Kind)> Kinds =
    [
        ("lettre circulaire", "lettre circulaire"), ("lettre-circulaire", "lettre circulaire"),
        ("lettre reseau", "lettre réseau"), ("lettre-reseau", "lettre réseau"),
        ("lettre ministerielle", "lettre ministérielle"), ("lettre collective", "lettre collective"),
        ("information technique", "information technique"), ("foire aux questions", "foire aux questions"),
        ("mode operatoire", "mode opératoire"),
        ("circulaire", "circulaire"), ("instruction", "instruction"), ("consigne", "consigne"), ("note", "note"),
        ("arrete", "arrêté"), ("decret", "décret"), ("ordonnance", "ordonnance"), ("loi", "loi"), ("code", "code"),
        ("deliberation", "délibération"), ("decision", "décision"), ("reglement", "règlement"), ("convention", "convention"),
        ("protocole", "protocole"), ("avenant", "avenant"), ("accord", "accord"), ("charte", "charte"),
        ("bulletin", "bulletin"), ("bareme", "barème"), ("guide", "guide"), ("memento", "mémento"), ("notice", "notice"),
        ("fiche", "fiche"), ("formulaire", "formulaire"), ("cerfa", "formulaire"), ("annexe", "annexe"),
    ];

    /// <summary>Texts of the law: another document often prints the name of one on a line of its own.</summary>
    public static readonly ImmutableHashSet<string> LawKinds = ["arrêté", "décret", "ordonnance", "loi", "convention", "accord", "avenant", "annexe"];

    /// <summary>
    /// Texts by which a head office speaks to its offices: known by number and subject. An instruction often calls itself "la présente
    /// circulaire", a letter "la présente instruction".
    /// </summary>
    public static readonly ImmutableHashSet<string> Letters =
        ["circulaire", "instruction", "note", "lettre réseau", "lettre circulaire", "lettre ministérielle", "lettre collective", "information technique", "consigne"];

    private const string Kind =
        "lettre[ -](?:circulaire|reseau|ministerielle|collective)|information technique|foire aux questions|mode operatoire|circulaire|instruction"
        + "|consigne|note|arrete|decret|ordonnance|loi|code|deliberation|decision|reglement|convention|protocole|avenant|accord|charte|bulletin"
        + "|bareme|guide|memento|notice|fiche|formulaire|cerfa|annexe";

    private const string Month = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre";
    private const string Year = @"(?:19|20)\d{2}";
    private const string Weekday = @"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?";

    /// <summary>A civil day in full: "1er mars 2025", "lundi 3 mars 2025", "01/03/2025".</summary>
    private const string Day = Weekday + @"(?:\d{1,2}(?:\s?er)?|premier)\s+(?:" + Month + @")\s+" + Year + @"|\d{1,2}[/.-]\d{1,2}[/.-]" + Year;

    /// <summary>"du 1er janvier au 31 décembre 2025": the first day borrows the year.</summary>
    private const string DayOfThatYear = Day + @"|(?:\d{1,2}(?:\s?er)?|premier)(?:\s+(?:" + Month + "))?";

    private const string From = @"a\s+compter\s+du|a\s+partir\s+du|a\s+dater\s+du|des\s+le|depuis\s+le";
    private const string FromMonth = @"(?:a\s+compter|a\s+partir)\s+(?:de|d'|du\s+mois\s+de|du\s+mois\s+d')\s?(?<month>(?:" + Month + @")\s+" + Year + ")";

    /// <summary>What a frame, a cover or a title calls the days of effect.</summary>
    private const string Effect =
        @"applicables?|en\s+vigueur|valables?|entree\s+en\s+(?:vigueur|application)|(?:date|prise)\s+d'effet|date\s+d'application|date\s+d'entree\s+en\s+(?:vigueur|application)"
        + @"|date\s+de\s+mise\s+en\s+(?:oeuvre|application)|mise\s+en\s+(?:oeuvre|application)|date\s+de\s+debut\s+(?:de\s+validite|d'application)"
        + @"|periode\s+(?:de\s+validite|d'application)|validite|application|effet|prend(?:ra)?\s+effet|entre(?:ra)?\s+en\s+vigueur";

    /// <summary>"Date d'effet du présent barème :".</summary>
    private const string OfThisText = @"(?:\s+(?:du|de\s+la)\s+presente?\s+[a-z]{3,20})?";

    /// <summary>"(Montants) applicables à compter du 1er mars 2025", "Date d'effet : 01/03/2025", "Période d'application : du … au …".</summary>
    public static readonly Regex StatedFrom = new(
        @"(?:^|\n)(?<lead>[^\n.;]{0,160}?)\b(?<effect>" + Effect + ")" + OfThisText + @"\s*:?\s*(?:" + FromMonth + @"|(?:(?:" + From + @"|le|au|du)\s+)?(?<day>" + Day + @"))",
        Linear);

    /// <summary>The same with a first and a last day.</summary>
    public static readonly Regex StatedSpan = new(
        @"(?:^|\n)(?<lead>[^\n.;]{0,160}?)\b(?<effect>" + Effect + ")" + OfThisText + @"\s*:?\s*du\s+(?<day>" + DayOfThatYear + @")\s+(?:jusqu')?au\s+(?<last>" + Day + ")",
        Linear);

    /// <summary>"Applicable jusqu'au 31 décembre 2025", "Date de fin de validité : 31/12/2025".</summary>
    public static readonly Regex StatedUntil = new(
        @"(?:^|\n)(?<lead>[^\n.;]{0,160}?)\b(?:(?<effect>" + Effect + @")[^\n.;]{0,60}?\bjusqu'au\s+|date\s+de\s+fin\s+(?:de\s+validite|d'application|d'effet)\s*:?\s*(?:le\s+)?)(?<last>" + Day + ")",
        Linear);

    /// <summary>"Abrogée le 1er mars 2025", as stamped on a text that is in force no longer.</summary>
    public static readonly Regex StatedRepeal = new(
        @"(?:^|\n)(?:(?:texte|" + Kind + @")\s+)?abrogee?s?\s+(?:" + From + @"|le|au)\s+(?<day>" + Day + ")",
        Linear);

    private const string Subject =
        @"\b(?:(?:l[ae]|les|l')\s*(?:(?:dispositions|mesures|regles|modalites|instructions|prescriptions)\s+(?:de\s+l[a']|du)\s*)?presente?s?|cet(?:te)?|ce)\s+(?<noun>[a-z-]{4,30}(?:[ \n](?:circulaire|reseau|ministerielle|technique|interministerielle|locale|interne|d'information|de\s+service))?)\s+";

    /// <summary>"La présente circulaire entre en vigueur le 1er mars 2025": what a text says of itself in a sentence.</summary>
    public static readonly Regex SaidFrom = new(
        Subject + @"(?:(?:entre(?:nt|ra|ront)?\s+en\s+(?:vigueur|application)|pren(?:d|nent|dra|dront)\s+(?:son\s+)?effet|(?:est|sont|sera|seront)\s+(?:applicables?|mise?s?\s+en\s+(?:oeuvre|application)))(?<gap>[^.;:]{0,100}?)\s+(?:" + From + @"|le|au)"
        + @"|s'applique(?:nt|ra|ront)?(?<gap>[^.;:]{0,140}?)\s+(?:" + From + @"))\s+(?<day>" + Day + ")",
        Linear);

    /// <summary>"La présente note est applicable jusqu'au 31 décembre 2025".</summary>
    public static readonly Regex SaidUntil = new(
        Subject + @"(?:(?:est|sont|sera|seront|reste|restent|demeure|demeurent)\s+(?:applicables?|valables?|en\s+vigueur)|s'applique(?:nt|ra|ront)?)(?<gap>[^.;:]{0,140}?)\s+jusqu'au\s+(?<last>" + Day + ")",
        Linear);

    /// <summary>"La présente instruction est abrogée à compter du 1er mars 2025".</summary>
    public static readonly Regex SaidRepeal = new(
        Subject + @"(?:est|sont|sera|seront)\s+abrogee?s?(?<gap>[^.;:]{0,30}?)\s+(?:" + From + @"|le|au)\s+(?<day>" + Day + ")",
        Linear);

    /// <summary>Behind a date: another one, so that neither is the date.</summary>
    public static readonly Regex AnotherDay = new(@"^\s*(?:,|et|ou|puis)\s*(?:(?:et|ou|puis)\s+)?(?:(?:" + From + @"|le|au|du)\s+)?(?:" + Day + ")", Linear);

    /// <summary>Behind a date: the clause goes on with a verb, so that the date is only part of what it speaks of.</summary>
    public static readonly Regex GoesOn = new(@"^[^.,;:()]{0,60}?\b(?:est|sont|sera|seront|peut|peuvent|doit|doivent|ont|s'eleve|s'elevent)\b", Linear);

    /// <summary>Words with which a statement is about another text, another time or a part only.</summary>
    public static readonly Regex NotItsOwn = new(
        @"\b(?:ne|n'|non|pas|sauf|avant|version|anciennes?|precedent[es]*|exception|toutefois|cependant|abrog[a-z]+|remplac[a-z]+|annul[a-z]+|modifi[a-z]+|vu|voir|cf|article|articles|conformement|nota|decrets?|lois?|jusqu'au|au\s+plus\s+tard)\b",
        Linear);

    /// <summary>What the days of effect of a whole document are said of; anything else is a part of it.</summary>
    public static readonly Regex WholeText = new(
        @"^(?:-\s*)?(?:entree\s+en\s+vigueur\s*:\s*)?(?:(?:le|la|les|l'|ces?|cette)\s*)?(?:" + Kind + @"|textes?|documents?|dispositions?|mesures?|regles?|modalites|montants?|tarifs?|taux|plafonds?|baremes?|parametres|valeurs|edition)\b",
        Linear);

    private const string Token = @"(?:[a-z]+(?:\s?/\s?|[-_.]))*[a-z]*\d[a-z\d*]*(?:(?:\s?/\s?|[-_.])[a-z\d]+)*(?:\s-\s\d{2,5})?";

    /// <summary>"Circulaire interministérielle n° DSS/SD2/2023/123", "Note DGCS/SD1A/2022/41", "Lettre réseau LR-DDO-45/2023".</summary>
    public static readonly Regex Designation = new(
        @"^(?<kind>" + Kind + @")(?<between>(?:\s+[a-z('-][a-z'.,()/&-]*){0,9}?)(?:\s+du\s+(?:" + Day + @"),?)?\s*[:-]?\s*(?<sign>\bn\s?°\s?:?\s?|\bno\.?\s|\bnum(?:ero|\.)\s?:?\s?)?(?<number>" + Token + @")(?<rest>.*)$",
        Linear);

    /// <summary>"Réf. : CIR-7/2022", "N° 2024-07".</summary>
    public static readonly Regex LabelledNumber = new(
        @"^(?:(?:(?:n|nos|notre)\s?[/.]?\s?)?ref(?:erences?)?\.?(?:\s+(?:interne|du document|reglementaire))?\s*:\s*|numero\s*:\s*)?(?<sign>n\s?°\s?:?\s?|no\.?\s)?(?<number>" + Token + @")\s*(?:(?:du|en date du|-|,)\s*(?:le\s+)?(?:" + Day + @"))?\s*$",
        Linear);

    /// <summary>The number of a form: "cerfa n° 16029*01".</summary>
    public static readonly Regex FormNumber = new(@"\b(?:cerfa\s+(?:n\s?°\s?)?)?(?<number>\d{5}\s?\*\s?\d{2})\b", Linear);

    /// <summary>A line that names what it holds: "Objet :", "Références :", "Destinataires :".</summary>
    public static readonly Regex Label = new(@"^(?<label>[a-z][a-z'./() -]{1,45}?)\s*:(?<value>.*)$", Linear);

    /// <summary>The label of the title.</summary>
    public static readonly Regex TitleLabel = new(@"^(?:objet|sujet|titre|intitule)(?:\s+(?:de|du)\s+(?:la\s+)?(?:" + Kind + @"|document|texte))?\s*:", Linear);

    /// <summary>The label of the issuer.</summary>
    public static readonly Regex IssuerLabel = new(@"^(?:emetteurs?|organisme|auteurs?|expediteur|emis par|publie par|edite par|direction emettrice|service emetteur)\s*:", Linear);

    /// <summary>Labels of what is about other texts and other people.</summary>
    public static readonly Regex CitingLabel = new(
        @"\b(?:references?|textes?|vu|visas?|abroge[a-z]*|annule[a-z]*|remplace[a-z]*|modifie[a-z]*|complete[a-z]*|voir|cf|sources?|base|fondement|liens?|annexes?|pieces?|p\.?j|destinataires?|diffusion|copie|pour|mesdames|messieurs|contacts?)\b",
        Linear);

    /// <summary>How the rest of a designation goes on with the title.</summary>
    public static readonly Regex About = new(@"^(?:relati(?:f|ve)s?|portant|concernant|sur|pris(?:e)?\s+(?:en|pour)|fixant|modifiant|completant|a\s+propos|pour|:|-)", Linear);

    /// <summary>A day of signature or edition, whatever place it is written at.</summary>
    public static readonly Regex DateLine = new(
        @"^(?:[a-z' -]{2,40},\s*)?(?:(?:fait\s+a\s+[a-z' -]{2,40},?\s+)?le\s+|du\s+|date\s*:\s*|en\s+date\s+du\s+|edition\s+(?:de|du|d')\s?|version\s+(?:de|du|d'|consolidee|en\s+vigueur)\s?.*|mis[e]?\s+a\s+jour\s.*|a\s+jour\s.*|publiee?\s.*|verifiee?\s.*|derniere\s.*)?(?:" + Day + @"|(?:" + Month + @")\s+" + Year + @")?\s*$",
        Linear);

    /// <summary>Divisions of a code, on its cover.</summary>
    public static readonly Regex DivisionLabel = new(
        @"\b(?:(?:premiere|deuxieme|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme)\s+partie|partie\s+(?:legislative|reglementaire)|(?:livre|titre|chapitre|section)\s+(?:preliminaire|unique|[ivxl]+(?:\s?er)?|\d{1,3}(?:\s?er)?)(?:\s+(?:bis|ter|quater))?)\b",
        Linear);

    /// <summary>A code's own name.</summary>
    public static readonly Regex CodeName = new(@"^(?:(?:nouveau\s+)?code\s+(?:de|du|des|general|civil|penal|rural|electoral|forestier|minier|monetaire|pratique|fictif)|livre\s+des\s+procedures)\b", Linear);

    private const string Institution =
        @"caisse\s|caisses\s+(?:nationales|centrales)|cnaf\b|cnams?\b|cnamts\b|cnav\b|cnavts\b|ccmsa\b|cnsa\b|cnracl\b|msa\b|mutualite\s+sociale|urssaf\b|acoss\b|unions?\s+de\s+recouvrement|ucanss\b|assurance\s+(?:maladie|retraite)(?:\s|$)"
        + @"|l'assurance\s+|france\s+travail|pole\s+emploi|ministeres?\b|secretariat\s+(?:d'etat|general)|agence\s|(?:haute\s+)?autorite\s|conseil\s+(?:departemental|regional|general|national|d'orientation)|departement\s+d|region\s|prefecture\b|mairie\b|ville\s+de"
        + @"|commune\s+d|communaute\s+d|metropole\s+d|caf\b|cpam\b|carsat\b|cgss\b|mdph\b|maison\s+d|centre\s+(?:communal|intercommunal|national|hospitalier|regional|de\s+gestion)|ccas\b|ars\b|etablissement\s+(?:public|national)"
        + @"|universite\b|rectorat\b|academie\s|premier\s+ministre";

    /// <summary>A line that names who issues the text: an institution.</summary>
    public static readonly Regex Issuer = new(@"^(?:l[ea]s?\s+|l')?(?:" + Institution + ")", Linear);

    /// <summary>Bodies whose names are those of subjects too: believed above the title alone.</summary>
    public static readonly Regex Body = new(
        @"^(?:l[ea]s?\s+|l')?(?:institut|office|fonds|federation|groupement|union|comite|commission|mission|delegation|syndicat|association|mutuelle|regime)\s", Linear);

    /// <summary>A direction of one, which issues where no institution is named.</summary>
    public static readonly Regex Direction = new(@"^(?:la\s+)?(?:sous-)?direction\s+(?:de|du|des|d'|generale|interministerielle|centrale|nationale|departementale|regionale|interregionale|territoriale)", Linear);

    /// <summary>A part of one that issues in its own name: a local branch, a service.</summary>
    public static readonly Regex Branch = new(@"^(?:l'|le\s+|la\s+)?(?:antenne|agence|delegation|service|bureau|pole|secretariat|cellule|unite|departement)\s+(?:d|l|t|n|r|c|j|m)", Linear);

    /// <summary>A minister in the line that opens a ministerial circular.</summary>
    public static readonly Regex Minister = new(@"^l[ea]s?\s+(?:ministres?|secretaires?\s+d'etat|prefets?|directeurs?|directrices?)\b", Linear);

    /// <summary>Between the name of a kind and a number: words with which the number becomes that of another text.</summary>
    public static readonly Regex Between = new(
        @"\b(?:" + Kind + @"|relati(?:f|ve)s?|portant|sur|concernant|pour|modifi[a-z]+|complet[a-z]+|abroge[a-z]*|article|articles|selon|prevue?s?|application)\b",
        Linear);

    /// <summary>A line that says nothing but the days of effect.</summary>
    public static readonly Regex EffectLine = new(@"^(?:" + Effect + @")\b.{0,20}(?:" + From + @"|\d|jusqu'au|:|$)", Linear);

    /// <summary>What the Republic prints above everything.</summary>
    public static readonly Regex Motto = new(@"^(?:republique\s+francaise|liberte\b.{0,5}\begalite|document\s+(?:interne|confidentiel)|diffusion\b)", Linear);

    /// <summary>Runs on printed words, not on plain letters: the next line of a letterhead begins with a capital.</summary>
    public static readonly Regex NextInLetterhead = new(
        @"[\p{Ll}\p{Lu}.)]\s+(?<next>Direction|Sous-direction|Bureau|Service|Département|Antenne|Pôle|Mission|DIRECTION|SOUS-DIRECTION|BUREAU|SERVICE)\s", Linear);

    /// <summary>A name or label has no verb.</summary>
    public static readonly Regex Verb = new(@"\b(?:est|sont|sera|seront|peut|peuvent|doit|doivent|ont|verse|versent|vous|nous|qui|que|dont)\b", Linear);
}
