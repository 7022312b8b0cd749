using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Telephone numbers: French of ten digits, international, and shorter ones after a word that announces one. Services of four digits ("3646") are nobody's.</summary>
internal static partial class PhoneFinder
{
    private const string Between = @"[ .\-/_\n]";

    public static IEnumerable<PersonalSpan> Find(ReadableText read)
    {
        foreach (Match match in Number().Matches(read.Text))
        {
            // "01/04/2024 10" is a date and a count.
            if (!StartsWithDate().IsMatch(match.ValueSpan) && !Amount().IsMatch(read.Folded.AsSpan(match.Index + match.Length)))
                yield return new(match.Index, match.Length, PersonalKind.Phone);
        }

        foreach (var number in Announced().Matches(read.Folded).Select(match => match.Groups["number"]))
        {
            if (!StartsWithDate().IsMatch(number.ValueSpan) && !Amount().IsMatch(read.Folded.AsSpan(number.Index + number.Length)))
                yield return new(number.Index, number.Length, PersonalKind.Phone);
        }
    }

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<!\d[,.\-/])(?:(?:\(?(?:\+|00){Between}?33\)?{Between}{{0,2}}(?:\({Between}?0{Between}?\){Between}{{0,2}}|0(?={Between}?[1-9]))?|\(0\){Between}?|[0oO])(?:{Between}{{0,2}})[1-9](?:(?:{Between}{{0,2}}|{Between}?\(|\){Between}?)\d){{8}}|\+{Between}?[1-9](?:{Between}{{0,2}}\(?\d\)?){{8,13}}|00{Between}?(?:3[2469]|4[01489]|35[123]|21[236]|22[135]|237|26[29]|59[046]|508|68[79]|1|7)(?:{Between}{{0,2}}\d){{7,11}})(?![\d\p{{L}}])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex($@"\b(?:tel(?:ephone)?s?|portables?|mobile|joignable|gsm|phone|whatsapp|ligne directe)\b[^\d\n+]{{0,20}}(?<number>\+?\d(?:{Between}{{0,2}}\d){{7,13}})(?![\d\p{{L}}])", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^\d{2}([./\- ])\d{2}\1(?:19|20)\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithDate();

    [GeneratedRegex(@"^(?:[,.]\d| ?(?:€|euros?\b|eur\b|k€|%))", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
