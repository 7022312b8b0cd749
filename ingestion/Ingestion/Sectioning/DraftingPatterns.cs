using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>
/// The words and signs by which French texts mark their parts. Every pattern runs on plain letters: no accents, one kind of dash,
/// apostrophe and blank. Numbers of articles are the business of <see cref="Knowledge.Documents.ArticleNumber"/>.
/// </summary>
internal static partial class DraftingPatterns
{
    /// <summary>Divisions of codes and laws, the widest first: the order is fixed by drafting custom, whatever the layout says.</summary>
    internal static readonly FrozenDictionary<string, int> DivisionRanks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["tome"] = 0,
        ["partie"] = 1,
        ["sous-partie"] = 2,
        ["livre"] = 3,
        ["titre"] = 4,
        ["sous-titre"] = 5,
        ["chapitre"] = 6,
        ["sous-chapitre"] = 7,
        ["section"] = 8,
        ["sous-section"] = 9,
        ["paragraphe"] = 10,
        ["sous-paragraphe"] = 11,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private const string Latin = @"(?:\s(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies))?";
    private const string Ordinals = "premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme";
    private const string Divisions = "tome|partie|sous-partie|livre|titre|sous-titre|chapitre|sous-chapitre|section|sous-section|paragraphe|sous-paragraphe";

    /// <summary>"TITRE IER", "Chapitre 1er", "Section 2 bis", "Livre preliminaire", "Deuxieme partie", "Partie legislative".</summary>
    [GeneratedRegex(
        @"^\s*(?:(?<word>" + Divisions + @")\s+(?:n\s?[°o]\s?)?(?<number>preliminaire|unique|" + Ordinals + @"|[ivxl]+(?:\s?er\b|e\b)?|\d{1,3}(?:\s?(?:er|ere|eme|e)\b)?|[a-z])" + Latin + @"(?![\w'])"
        + @"|(?<number>" + Ordinals + @")\s+(?<word>" + Divisions + @")\b"
        + @"|(?<word>partie)\s+(?<number>legislative|reglementaire|annexe|arretes)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Division();

    /// <summary>The word before an article's number, as a line begins with it.</summary>
    [GeneratedRegex(@"^\s*(?:articles?|art\.?)\s{0,3}(?=[\dlrdai*]|premier|unique)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex ArticleWord();

    /// <summary>An article's number without the word, as some codes print it: only with its letter and point or hyphen.</summary>
    [GeneratedRegex(@"^\s*(?=(?:L\s?\.?\s?O|[LRDA])\s?\*?\s?\.?\s?\*?\s?\d{1,5}-\d|[LRDA]\*?\.\s?\d{2})", RegexOptions.CultureInvariant)]
    internal static partial Regex BareArticle();

    /// <summary>"Annexe", "ANNEXE II", "Annexe n° 3", "Annexe a l'article R. 434-1".</summary>
    [GeneratedRegex(@"^\s*annexes?(?:\s+(?:n\s?[°o]\s?)?(?<number>\d{1,3}(?:[-.]\d{1,3})*|[ivxl]{1,6}|[a-z])(?![\w']))?(?<rest>\s+(?:a|au|aux)\s.{0,150}$)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Annex();

    /// <summary>The numbered tables that codes cite like articles: "Tableau n° 57 bis".</summary>
    [GeneratedRegex(@"^\s*tableau\s+(?:n\s?[°o]\s?)?(?<number>\d{1,3})" + Latin + @"(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex NumberedTable();

    /// <summary>Named parts of circulars and guides: "Fiche n° 3", "Etape 2", "Question 4".</summary>
    [GeneratedRegex(@"^\s*(?<word>fiche(?:\s+(?:technique|pratique|reflexe))?|module|axe|theme|etape|question|mesure|dossier|volet|partie|cas|situation|point|objectif|regle)\s+(?:n\s?[°o]\s?)?(?<number>\d{1,3}|[ivx]{1,5})(?:\s?(?:er|ere|eme|e)\b)?(?![\w'])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Labelled();

    private const string First = @"(?:[IVXL]{1,6}|\d{1,2}|[A-Z])";
    private const string Next = @"(?:[IVXL]{1,6}|\d{1,2}|[A-Za-z])";

    /// <summary>"1.2.3", "1.", "1)", "I -", "I.A.2", "A.", "1°", "a)", "§ 3", "I - A - 1° a)". A number alone needs a sign after it.</summary>
    [GeneratedRegex(
        @"^\s*(?:§\s?)?(?:(?<path>" + First + @"(?:\s?[.-]\s?" + Next + @")+)(?<sign>\s?(?:°|[.)/]\s?-?|-))|(?<path>" + First + @"(?:[.-]" + Next + @")*)(?<sign>\s?(?:°|[.)/]\s?-?|-)|(?=\s)))(?:\s?(?<tail>[a-z]\)))?(?=\s|$|[^\W\d_])"
        + @"|^\s*(?<path>[a-z])(?<sign>\s?[.)/])(?=[\sA-Z])",
        RegexOptions.CultureInvariant)]
    internal static partial Regex Number();

    /// <summary>What may follow a mark before its title: a point, colon or dash, or nothing.</summary>
    [GeneratedRegex(@"\G[¹²³⁰-⁹]*\s*(?:[.:/-]|\.\s?-)?\s*[-:]?\s*", RegexOptions.CultureInvariant)]
    internal static partial Regex Joint();

    /// <summary>"(abroge)", "[transfere]", "abroge par…": all that is left of an article.</summary>
    [GeneratedRegex(@"\G\s*(?:[(\[].{0,160}[)\]]\s*\.?$|(?:abrogee?s?|transferee?s?|perimee?s?|reservee?s?|supprimee?s?|sans objet)\b.{0,120}$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Repealed();

    /// <summary>The title of a table of contents.</summary>
    [GeneratedRegex(@"^\s*(?:sommaire|table\s+des\s+(?:matieres|annexes|fiches)|plan(?:\s+(?:de\s+la|du)\s+\w+)?|liste\s+des\s+(?:fiches|annexes)|index|contenu)\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex ContentsTitle();

    /// <summary>Dots that lead the eye to a page number; a form's blanks have none.</summary>
    [GeneratedRegex(@"(?:\.{4,}|(?:\.\s){4,}|…{2,})[\s.]*(?:p\.?\s?)?-?(?<page>\d{1,4})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Leader();

    /// <summary>A page number at the end of an entry.</summary>
    [GeneratedRegex(@"\s(?:p\.?\s?|page\s)?-?\d{1,4}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex TrailingPage();

    /// <summary>The number a footnote begins with: "1. Voir…", "(2) Cf.", "¹ Sous…".</summary>
    [GeneratedRegex(@"^\s*(?:\(?(?<number>\d{1,3})\)?\s?[.)]?|(?<number>[¹²³⁰-⁹]+)|(?<number>\*{1,3}))\s", RegexOptions.CultureInvariant)]
    internal static partial Regex FootnoteNumber();

    /// <summary>A heading that a sentence runs on from: its line ends in the middle of a phrase.</summary>
    [GeneratedRegex(@"(?:[,-]|\b(?:a|au|aux|de|des|du|d'|l'|la|le|les|un|une|et|ou|en|par|pour|sur|sous|dans|avec|sans|que|qui|dont))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Unfinished();

    /// <summary>The second line of a heading: it begins with what no title begins with.</summary>
    [GeneratedRegex(@"^\s*(?:d'|(?:de|du|des|et|ou|aux?|pour|par|sur|dans|avec|ainsi)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex SecondLine();

    /// <summary>A paragraph that is an item of an enumeration: "1° Les…", "a) …", "- …", "I. - …".</summary>
    [GeneratedRegex(@"^\s*(?:\d{1,3}\s?[°.)/]|[a-z]\s?\)|[IVX]{1,5}\s?[.-]|[-•●◦▪*])", RegexOptions.CultureInvariant)]
    internal static partial Regex ItemMarker();

    /// <summary>A paragraph that is only understood with the one before it.</summary>
    [GeneratedRegex(@"^\s*(?:toutefois|cependant|neanmoins|par derogation|par exception|sauf|a defaut|dans ce cas|cett?e?|ces|il|elle|ils|elles|en outre|de plus|ainsi|sont egalement|lorsque)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Continuation();

    /// <summary>The blank between two clauses.</summary>
    [GeneratedRegex(@"(?<=[,;:)–—])\s+", RegexOptions.CultureInvariant)]
    internal static partial Regex ClauseEnd();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    internal static partial Regex Blank();
}
