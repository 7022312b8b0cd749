using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Numbers by which a body knows a person or a file, told by the word before them ("n° allocataire 1234567", "matricule : 75-A-881").</summary>
internal static partial class MemberNumberFinder
{
    private const int FewestDigits = 4;

    public static IEnumerable<PersonalSpan> Find(ReadableText read)
    {
        foreach (var match in Numbered().Matches(read.Folded).Concat(Named().Matches(read.Folded)))
        {
            var number = match.Groups["number"];
            var digits = number.ValueSpan.ToArray().Count(char.IsAsciiDigit);
            // "dossier 2024" is a year, "dossier n° 12345*01" a form, "allocataire 10 000 euros" an amount.
            if (digits >= FewestDigits && !Year().IsMatch(number.ValueSpan) && !Other().IsMatch(read.Folded.AsSpan(number.Index + number.Length)))
                yield return new(number.Index, number.Length, PersonalKind.MemberNumber);
        }
    }

    private const string Owner = @"(?:allocataires?|adherente?s?|assuree?s?(?: social)?|beneficiaires?|clients?|usagers?|affiliee?s?|affiliation|societaires?|pensionnee?s?|pensions?|retraitee?s?|retraite|demandeurs?(?: d'emploi)?|agents?|salariee?s?|patients?|dossiers?|demandes?|matricules?|identifiants?|contrats?|comptes?|member(?:ship)?|beneficiary|file|case|claimant|customer|france travail|pole emploi|caf|msa|mdph|cnav|carsat|ircantec|agirc-arrco|fiscal|passeport|passport|carte d'identite|cni|titre de sejour|permis de conduire)";

    private const string Between = @"(?:[ :=#,.()\n-]|\bn(?:o\b|°|º|um(?:ero)?\b)|\b(?:est(?: le)?|le|caf|msa|cnav|carsat|cpam|mdph|urssaf|suivant|number|no|is|chez)\b){0,8}";

    private const string Value = @"(?<number>[a-z]{0,4}[-/]?\d{5,15}(?:(?:[-/]?[a-z]{1,2}|[ -][b-z])(?![\p{L}\d']))?|[a-z]{0,4}[-/. ]?\d{1,4}(?:[ .]\d{2,4}){1,5}(?:[ -]?[b-z](?![\p{L}\d']))?|[a-z\d]{1,10}(?:[-/.][a-z\d]{1,10}){1,5}|[a-z]{0,4}\d{1,8}[a-z]{1,3}\d{0,8}|\d{4})(?![\p{L}\d])";

    // With a word for number: "n° d'allocataire", "numéro adhérent CAF", "réf. dossier".
    [GeneratedRegex($@"(?<![\p{{L}}\d])(?:n ?[°ºo]|num(?:eros?)?\b|nr\b|ref(?:erences?)?\b|identifiant|no\b|#)[ .:]{{0,2}}(?:(?:de|du|des|d'|l'|le|la|son|mon|un|une|votre|notre) ?){{0,2}}{Owner}{Between}{Value}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    // Without one, or with it behind: "allocataire 1234567", "dossier n° 45/2024/0012", "matricule 7500123".
    [GeneratedRegex($@"(?<![\p{{L}}\d])(?:{Owner}(?: (?:caf|msa|cnav|carsat|cpam|mdph))?(?: ?[:#]? ?(?:n ?[°ºo]|num(?:ero)?|nr|no|number)[ .:]{{0,3}}| ?: ?)|(?:(?:matricules?|identifiant|allocataire|adherente?|assuree?|beneficiaire|dossier) )){Value}", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:19|20)\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:[*]|[,.]\d| ?(?:€|euros?\b|eur\b|k€|%)| (?:allocataires|assures|personnes|beneficiaires|dossiers|adherents)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
