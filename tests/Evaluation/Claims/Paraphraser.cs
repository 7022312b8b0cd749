using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>Says a sentence again without changing what it says.</summary>
internal static partial class Paraphraser
{
    private static readonly (string From, string To)[] Words =
    [
        ("est attribuée", "est accordée"), ("est versée", "est payée"), ("est versé", "est payé"), ("adresser", "envoyer"), ("adressée", "envoyée"),
        ("à l'exception de ", "sauf "), ("sous réserve de", "à condition de"), ("à compter du", "à partir du"), ("peuvent bénéficier", "peuvent obtenir"),
        ("dans la limite de", "à hauteur maximale de"), ("lorsque", "quand"), ("est fixé à", "s'élève à"), ("est égal à", "correspond à"),
        ("est supérieur à", "dépasse"), ("n'excède pas", "ne dépasse pas"), ("doit être déposée", "doit être envoyée"), ("au titre de", "pour"), ("Toutefois, ", ""), ("En outre, ", ""),
    ];

    private static readonly string[] Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly (string Word, string Digits)[] Numbers =
        [("deux", "2"), ("trois", "3"), ("quatre", "4"), ("cinq", "5"), ("six", "6"), ("huit", "8"), ("dix", "10"), ("douze", "12"), ("vingt", "20"), ("trente", "30"), ("soixante", "60")];

    public static IEnumerable<(string Kind, string Text)> Of(string sentence)
    {
        yield return ("verbatim", sentence);
        yield return ("print", sentence.Replace("'", "’", StringComparison.Ordinal).Replace(" €", "\u202f€", StringComparison.Ordinal).TrimEnd('.'));
        var words = sentence;
        foreach (var (from, to) in Words)
            words = words.Replace(from, to, StringComparison.Ordinal);
        if (words != sentence && words.Length > 20)
            yield return ("synonyms", char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..]);
        var figures = LongDate().Replace(Amount().Replace(sentence, match => match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("€", " euros", StringComparison.Ordinal)), match =>
            $"{match.Groups["day"].Value.PadLeft(2, '0')}/{Array.IndexOf(Months, match.Groups["month"].Value) + 1:00}/{match.Groups["year"].Value}");
        foreach (var (word, digits) in Numbers)
            figures = Regex.Replace(figures, $@"(?<![\w-])(?<!et ){word}(?= (?:mois|ans|jours|années|trimestres)\b)", digits);
        if (figures != sentence)
            yield return ("figures", figures);
        if (Leading().Match(sentence) is { Success: true } leading)
            yield return ("reordered", $"{char.ToUpper(leading.Groups["rest"].Value[0], CultureInfo.InvariantCulture)}{leading.Groups["rest"].Value[1..].TrimEnd('.')}, {char.ToLower(leading.Groups["front"].Value[0], CultureInfo.InvariantCulture)}{leading.Groups["front"].Value[1..]}.");
        yield return ("introduced", "Selon le texte, " + (sentence.StartsWith("L'", StringComparison.Ordinal) || sentence.StartsWith("Le ", StringComparison.Ordinal) || sentence.StartsWith("La ", StringComparison.Ordinal) || sentence.StartsWith("Les ", StringComparison.Ordinal)
            ? char.ToLower(sentence[0], CultureInfo.InvariantCulture) + sentence[1..] : sentence));
    }

    [GeneratedRegex(@"\d{1,3}(?: \d{3})*(?:,\d+)? ?€")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:er)? (?<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) (?<year>\d{4})\b")]
    private static partial Regex LongDate();

    [GeneratedRegex(@"^(?<front>(?:Lorsque|Lorsqu'|En cas|Pour|Si|À compter|Dans)[^,]{8,90}), (?<rest>l[aes' ][^,;]+)$")]
    private static partial Regex Leading();
}
