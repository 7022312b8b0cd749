using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// The French words by which a legal text announces, restricts and goes on: data, kept in one place, for the rules that say what may not
/// be torn from its neighbours.
/// </summary>
internal static partial class DraftingWords
{
    private static readonly string[] RomanNumbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

    /// <summary>A sentence that can't be understood without the one before.</summary>
    public static bool LeansOnPrevious(ReadOnlySpan<char> sentence) => Leaning().IsMatch(sentence);

    /// <summary>A sentence that takes something back from the rule before it.</summary>
    public static bool OpensException(ReadOnlySpan<char> sentence) => ExceptionOpening().IsMatch(sentence);

    /// <summary>A sentence that says, wherever in it, that a rule doesn't hold for someone.</summary>
    public static bool StatesException(ReadOnlySpan<char> sentence) => ExceptionOpening().IsMatch(sentence) || ExceptionInside().IsMatch(sentence);

    /// <summary>An exception that names the rule it departs from, and so needs no sentence before it.</summary>
    public static bool StandsAlone(ReadOnlySpan<char> sentence) => NamedException().IsMatch(sentence);

    /// <summary>An order to a reader that is a machine: text like any other, but nothing that answers an agent's question.</summary>
    public static bool OrdersMachine(ReadOnlySpan<char> sentence) => MachineOrder().IsMatch(sentence);

    /// <summary>Characters of the marker that a list item begins with; 0 when it has none.</summary>
    public static int MarkerLength(ReadOnlySpan<char> line)
    {
        foreach (var match in Marker().EnumerateMatches(line))
            return match.Length;
        return 0;
    }

    /// <summary>"3°" after "2°", "c)" after "b)", "IV" after "III".</summary>
    public static bool Succeeds(ReadOnlySpan<char> line, ReadOnlySpan<char> before) => OrdinalOf(line) is var next and > 0 && OrdinalOf(before) is var last && (next == last + 1 || next == last);

    private static int OrdinalOf(ReadOnlySpan<char> line)
    {
        var marker = line[..MarkerLength(line)].Trim(" ().°-–—/\u00a0\u202f");
        if (int.TryParse(marker, CultureInfo.InvariantCulture, out var number))
            return number;
        if (marker.Length == 1 && char.IsAsciiLetterLower(marker[0]))
            return marker[0] - 'a' + 1;
        var roman = Array.IndexOf(RomanNumbers, marker.ToString()) + 1;
        return roman > 0 ? roman : marker.Length == 1 && char.IsAsciiLetterUpper(marker[0]) ? marker[0] - 'A' + 1 : 0;
    }

    public static MarkerStyle MarkerStyle(ReadOnlySpan<char> line)
    {
        var marker = line[..MarkerLength(line)].Trim();
        if (marker.IsEmpty)
            return Grounding.MarkerStyle.None;
        foreach (var character in marker)
        {
            if (char.IsDigit(character))
                return Grounding.MarkerStyle.Number;
            if (character is 'I' or 'V' or 'X')
                return Grounding.MarkerStyle.Roman;
            if (char.IsLetter(character) && marker.Length > 1)
                return Grounding.MarkerStyle.Letter;
        }

        return Grounding.MarkerStyle.Bullet;
    }

    public static bool OpensExample(ReadOnlySpan<char> sentence) => Example().IsMatch(sentence);

    /// <summary>"Voir la fiche …", "Où s'adresser : …", "Pour en savoir plus": true, and no rule.</summary>
    public static bool PointsElsewhere(ReadOnlySpan<char> sentence) => Pointer().IsMatch(sentence) || PointerInside().IsMatch(sentence);

    /// <summary>The line under an article's number that says since when, or until when, it reads so.</summary>
    public static bool StatesVersion(ReadOnlySpan<char> sentence) => sentence.Length < 120 && VersionStatement().IsMatch(sentence);

    /// <summary>A heading under which conditions stand.</summary>
    public static bool NamesConditions(ReadOnlySpan<char> heading) => ConditionHeading().IsMatch(heading);

    /// <summary>A heading under which stands what to do.</summary>
    public static bool NamesProcedure(ReadOnlySpan<char> heading) => ProcedureHeading().IsMatch(heading);

    /// <summary>The acronyms that a text introduces: "(IGT)", "(Aspa)", "ci-après « CSA »".</summary>
    public static IEnumerable<string> AcronymsOf(string text) => Acronym().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>Says something, as a title or a caption doesn't.</summary>
    public static bool HasVerb(ReadOnlySpan<char> sentence) => Verb().IsMatch(sentence);

    /// <summary>The beginning of another page's text, cut by dots.</summary>
    public static bool IsTeaser(ReadOnlySpan<char> sentence) => Teaser().IsMatch(sentence);

    /// <summary>"Code de la sécurité sociale : articles L. 815-1 à L. 815-6 (Conditions)": the name of a text, as in a list of references; it states nothing.</summary>
    public static bool OnlyNamesText(ReadOnlySpan<char> sentence) => NameOfText().IsMatch(sentence) && !HasVerb(sentence);

    public static bool StatesCondition(ReadOnlySpan<char> sentence) => Condition().IsMatch(sentence);

    public static bool DescribesProcedure(ReadOnlySpan<char> sentence) => Procedure().IsMatch(sentence);

    public static bool Defines(ReadOnlySpan<char> sentence) => Definition().IsMatch(sentence);

    /// <summary>Says that something may, must or may not be done.</summary>
    public static bool Allows(ReadOnlySpan<char> sentence) => Permission().IsMatch(sentence);

    [GeneratedRegex(@"^[\s(]*(?:(?:version|texte|article|rédaction) )?(?:en vigueur|applicable|abrogée?|modifiée?|créée?)(?: au| du| depuis| à compter| jusqu| par| le| avec| différée)\b(?:[^.;]|\bart\.)*\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VersionStatement();

    [GeneratedRegex(
        @"\b(?:est|sont|était|étaient|sera|seront|soit|soient|a|ont|avez|aura|auront|peut|peuvent|pouvez|pourra|doit|doivent|devez|devra|faut|ne|n['’]\w+|vous|il|elle|ils|elles|s['’](?:élève|applique|appliquent|ajoute|entend|impute)|ouvre|donne|permet|prend|perçoit|verse|bénéficie|bénéficient)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"[(«]\s?(\p{Lu}[\p{L}-]{1,7})\s?[)»]", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    [GeneratedRegex(
        @"^[«""\s–—•-]*(?:code|loi|décret|arrêté|ordonnance|circulaire|instruction|directive|règlement|délibération|convention|bofip)\b.*(?:\barticles?\b|\bn ?°|\d{4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NameOfText();

    [GeneratedRegex(@"\w ?(?:…|\.\.\.)(?:\s+\p{Lu}|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"\b(?:tableau|listes?|précisions?|détails?|annexe|encadré|schéma)s? (?:ci-dessous|ci-après|ci-contre|suivante?s?)\W*\.\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointerInside();

    [GeneratedRegex(@"\b(?:conditions?|bénéficiaires?|ouverture d(?:u|es) droits?|qui (?:est|sont|peut)|personnes concernées)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConditionHeading();

    [GeneratedRegex(@"\b(?:démarches?|demandes?|procédures?|comment|pièces?|justificatifs?|formalités?|recours|dépôt|déclarations?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureHeading();

    [GeneratedRegex(@"^[«""\s–—-]*(?:exemples?|par exemple|ex\.?|illustration|cas pratique)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(
        @"^[«""(\s–—-]*(?:voir|cf\.?|consulte[rz]|se reporter|reportez-vous|où s['’]adresser|pour en savoir plus|en savoir plus|plus d['’]informations?|textes? de (?:loi|référence)s?|références?|lire aussi|à lire|source|formulaire|service en ligne|vérifié le|modèle|télécharger|simulateur)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    [GeneratedRegex(
        @"\b(?:conditions?|à condition|si (?:vous|l['’]|le|la|les|il|elle|son|sa)|lorsqu|sous réserve|remplir|remplissent|remplit|justifie[rz]?|justifient|doit|doivent|devez|peuvent bénéficier|a droit|ont droit|avez droit|bénéficie(?:nt|z)?|être âgée?|résid(?:er|ence|ez|ent)|en cas de)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"\b(?:demandes?|adress(?:er|ée?s?|ez)|formulaires?|dossiers?|transm(?:ettre|is|ises?|ettez)|dépos(?:er|ée?s?|ez)|envoy(?:er|ée?s?|ez)|déclar(?:er|ation|ez)|inform(?:er|ez)|en ligne|courrier|pièces?|justificatifs?|joindre|remplir|remplissez|auprès|guichet|lettre recommandée|caisse|présent(?:er|ez))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Procedure();

    [GeneratedRegex(
        @"\b(?:est|sont|constitue(?:nt)?) (?:une?|des|l['’]|le|la|les|d['’]une?|considérée?s? comme)\b|\b(?:désigne(?:nt)?|on entend par|s['’]entend|permet(?:tent)? d|consiste(?:nt)?|a pour (?:objet|but)|correspond|vise(?:nt)? à|sert à|est (?:attribuée?|versée?|destinée?))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"\b(?:oui|non|peu(?:t|vent|x)|pouvez|pourra|doi(?:t|vent)|devez|devra|a droit|ont droit|avez droit|n['’]a pas droit|est (?:possible|interdit|obligatoire|soumise?|due?|exonérée?|imposable|cumulable)|interdi|obligat|cumul|n['’]est pas|ne sont pas|il n['’]y a pas|aucune?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Permission();

    [GeneratedRegex(
        @"^[«""“\s–—-]*(?:" +
        "toutefois|cependant|néanmoins|en outre|par ailleurs|de plus|en revanche|à l['’]inverse|par contre|inversement|pour autant|" +
        "cette|ce|cet|ces|celui-ci|celle-ci|ceux-ci|celles-ci|celui|celle|ceux|celles|cela|c['’]est|c['’]était|il|elle|ils|elles|leurs?|son|sa|ses|" +
        "dans ce cas|dans ces cas|dans cette|dans ces|dans le cas contraire|dans tous les cas|en ce cas|en ce sens|à cet effet|à cette fin|à ce titre|" +
        "pour cela|pour ce faire|de ce fait|à défaut|sinon|dès lors|ainsi|donc|ensuite|enfin|mais|et|ou|ni|car|en effet|" +
        "de même|également|l['’]une?|les mêmes|le même|la même|tel est|telle est|tels sont|" +
        "les? dits?|ladite|ledit|lesdits|lesdites|l['’]intéressée?|auquel cas|à laquelle s['’]ajoute" +
        @")(?=[\s,;:.-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();

    [GeneratedRegex(
        @"^[«""“\s–—-]*(?:(?:[IVX]+|\d+|[a-z])\s*[.)°]?\s*[-–—.]?\s*)?(?:" +
        "toutefois|cependant|néanmoins|sauf|par dérogation|par exception|à l['’]exception|à titre dérogatoire|à titre exceptionnel|en revanche|" +
        "exceptions?|sont exclus|sont exclues|ne sont pas|n['’]est pas|n['’]ont pas droit|par contre" +
        @")(?=[\s,;:.]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExceptionOpening();

    [GeneratedRegex(@"^[«""“\s–—-]*(?:(?:[IVX]+|\d+)\s*[.)°]?\s*[-–—.]?\s*)?(?:par (?:dérogation|exception) (?:à|aux?)\b|à l['’]exception d|sauf |sont exclue?s |ne sont pas |à titre exceptionnel)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedException();

    [GeneratedRegex(
        @"(?:\bpar dérogation\b|\bne s['’]appliquen?t? pas\b|\bn(?:e sont|['’]est|e soient|e seront|e sera) (?:pas|plus) (?:applicables?|soumise?s?|dues?|dus?|opposables?)\b|" +
        @"\bne (?:sont|s['’]appliquent|s['’]applique) (?:toutefois|cependant) pas\b|\bà l['’]exception d|\bsont exclue?s\b|\best exclue?\b|\bpar exception\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExceptionInside();

    [GeneratedRegex(
        @"^\s*(?:[-–—•‣▪■●○◦·*➢➔►✓]\s*|\p{Co}\s*|o\s+(?=\p{L})|\(?\d{1,2}(?:\.\d{1,2})*\s?(?:°\)?|\)|\.(?=\s)|/)\s*|\(?[a-zA-Z]\s?\)\s*|[a-z]\.\s+|\(?[ivx]{1,4}\)\s*|(?:[IVX]{1,5}|[A-Z])\s?[.)]?\s?[-–—]\s+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"\b(?:ignor(?:e|ez|er) (?:toutes? )?(?:les |tes |vos |ces |la |l['’])?(?:autres )?(?:consignes?|instructions?|règles précédentes|directives?|prompts?)|" +
        @"oubli(?:e|ez|er) (?:toutes? )?(?:les |tes |vos |ces )(?:consignes?|instructions?)|(?:ignore|disregard|forget) (?:all |any )?(?:the |your |previous |prior )+(?:instructions?|rules|prompts?)|" +
        @"répond(?:s|ez) (?:toujours |uniquement |seulement |simplement )?(?:que\b|par\b(?! (?:écrit|courrier|courriel|lettre|mail|téléphone|voie|retour|l['’]intermédiaire)\b)|«|"")|(?:tu es|vous êtes) (?:maintenant )?(?:une? )?(?:assistant|ia|intelligence artificielle|modèle|robot|chatbot)|" +
        @"en tant qu['’](?:ia\b|intelligence artificielle|assistant)|system prompt|message système|(?:assistants?|chatbots?|robots?|modèles? de langage|ia)(?! (?:maternel|familia|socia|dentaire))(?: [\w'’]+){0,6} (?:doit|doivent|devra|devront) (?:répondre|ignorer|dire|affirmer))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MachineOrder();
}

/// <summary>What numbers the items of a list.</summary>
internal enum MarkerStyle
{
    None,
    Bullet,
    Number,
    Letter,
    Roman,
}
