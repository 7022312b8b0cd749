using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>Changes one thing that a sentence says.</summary>
internal static partial class Mutations
{
    private static readonly string[] Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly (string One, string Other)[] Comparators =
    [
        ("supérieur", "inférieur"), ("d'au moins", "d'au plus"), ("minimum", "maximum"), ("minimal", "maximal"), ("avant le", "après le"), ("de plus de", "de moins de"), ("majoré", "minoré"),
        ("augmenté", "diminué"), ("obligatoire", "facultatif"), ("n'excède pas", "excède"), ("ne dépasse pas", "dépasse"),
    ];

    private static readonly string[] Numbers = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douze", "quinze", "vingt", "trente"];

    public static IEnumerable<(string Kind, string Text)> Of(string sentence, Random random)
    {
        (string Kind, Regex Pattern, Func<Match, string> Change)[] changes =
        [
            ("amount", Amount(), match => ChangedDigit(match.Value, random)),
            ("percentage", Percentage(), match => ChangedDigit(match.Value, random)),
            ("date", LongDate(), match => ChangedDate(match, random)),
            ("duration", Duration(), match => ChangedDigit(match.Value, random)),
            ("duration", WordDuration(), match => Numbers[(Array.IndexOf(Numbers, match.Groups["number"].Value) + 1 + random.Next(Numbers.Length - 1)) % Numbers.Length] + match.Groups["unit"].Value),
            ("article", Article(), match => match.Value[..^1] + (char)('0' + ((match.Value[^1] - '0' + 1 + random.Next(9)) % 10))),
        ];
        foreach (var (kind, pattern, change) in changes)
        {
            if (Changed(sentence, pattern, change, random) is { } changed)
                yield return (kind, changed);
        }

        if (Negation().Match(sentence) is { Success: true } negation)
            yield return ("negation", sentence[..negation.Index] + negation.Groups["verb"].Value.Trim() + " " + sentence[(negation.Index + negation.Length)..]);
        if (Restriction().Match(sentence) is { Success: true } restriction)
            yield return ("restriction", sentence[..restriction.Index].TrimEnd(',', ' ') + (restriction.Value.EndsWith(',') ? "," : "") + sentence[(restriction.Index + restriction.Length)..]);
        foreach (var (one, other) in Comparators)
        {
            if (Turned(sentence, one, other) is { } turned)
            {
                yield return ("comparator", turned);
                break;
            }
        }

        var amounts = Amount().Matches(sentence);
        if (amounts is [var first, var second] && first.Value != second.Value && !sentence[first.Index..second.Index].Contains(" ou ", StringComparison.Ordinal))
            yield return ("swapped", sentence[..first.Index] + second.Value + sentence[(first.Index + first.Length)..second.Index] + first.Value + sentence[(second.Index + second.Length)..]);
        yield return ("phone", sentence.TrimEnd('.') + string.Create(CultureInfo.InvariantCulture, $" ; appelez le 01 {random.Next(10, 99)} {random.Next(10, 99)} {random.Next(10, 99)} {random.Next(10, 99)}."));
        yield return ("url", sentence.TrimEnd('.') + $" (voir www.aide-sociale-{random.Next(100, 999)}.fr).");
    }

    private static string? Changed(string sentence, Regex pattern, Func<Match, string> change, Random random)
    {
        var matches = pattern.Matches(sentence);
        if (matches.Count == 0)
            return null;
        var match = matches[random.Next(matches.Count)];
        return sentence[..match.Index] + change(match) + sentence[(match.Index + match.Length)..];
    }

    private static string ChangedDigit(string written, Random random)
    {
        var digits = written.ToCharArray();
        var first = Array.FindIndex(digits, char.IsDigit);
        // The first digit: a change there is one of value, whatever follows.
        digits[first] = (char)('1' + ((digits[first] - '1' + 1 + random.Next(8) + 9) % 9));
        return new(digits);
    }

    private static string ChangedDate(Match match, Random random)
    {
        var month = Months[(Array.IndexOf(Months, match.Groups["month"].Value) + 1 + random.Next(11)) % 12];
        return random.Next(2) == 0
            ? match.Value.Replace(match.Groups["month"].Value, month, StringComparison.Ordinal)
            : match.Value[..^4] + (int.Parse(match.Value[^4..], CultureInfo.InvariantCulture) + 1 + random.Next(3)).ToString(CultureInfo.InvariantCulture);
    }

    private static string? Turned(string sentence, string one, string other)
    {
        if (sentence.Contains(one, StringComparison.Ordinal) && !sentence.Contains(other, StringComparison.Ordinal))
            return sentence.Replace(one, other, StringComparison.Ordinal);
        return sentence.Contains(other, StringComparison.Ordinal) && !sentence.Contains(one, StringComparison.Ordinal) && !other.StartsWith("excède", StringComparison.Ordinal) && !other.StartsWith("dépasse", StringComparison.Ordinal)
            ? sentence.Replace(other, one, StringComparison.Ordinal) : null;
    }

    [GeneratedRegex(@"(?<![\d,])\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:,\d+)?[ \u00a0\u202f]?(?:€|euros)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<![\d,])\d{1,3}(?:,\d+)?[ \u00a0\u202f]?%")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\b\d{1,2}(?:er)? (?<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}\b")]
    private static partial Regex LongDate();

    [GeneratedRegex(@"(?<![\d,])\d{1,3} (?:mois|ans|jours|semaines|heures)\b")]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<![\w-])(?<!et )(?<number>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)(?<unit> (?:mois|ans|jours|années|trimestres|semaines)\b)")]
    private static partial Regex WordDuration();

    [GeneratedRegex(@"\b[LRD]\. ?\d{3}-\d{1,3}(?![\d-])")]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:ne |n['’])(?<verb>(?:\w+ ){1,2}?)(?:pas|plus|jamais)\b ?")]
    private static partial Regex Negation();

    [GeneratedRegex(@",? \b(?:sauf|à l['’]exception d|sous réserve|à condition|hormis|excepté|à moins)[^,.;]{6,}(?:,|(?=[.;]))")]
    private static partial Regex Restriction();
}
