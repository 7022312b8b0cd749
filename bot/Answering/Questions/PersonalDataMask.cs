using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// Replaces personal data by fixed words before a question is stored, logged, searched or shown to a model. Amounts, article numbers,
/// SIRET, dates and numbers of circulars stay: they are what a question is about.
/// </summary>
public static partial class PersonalDataMask
{
    public const string Nir = "[NIR]";
    public const string Iban = "[IBAN]";
    public const string Phone = "[TÉLÉPHONE]";
    public const string Mail = "[COURRIEL]";

    /// <summary>A name that follows "Mme", "M.", "Monsieur"…; names without a title can't be told from other words.</summary>
    public const string Name = "[NOM]";

    // Digits that a space, point, hyphen or slash may part (no comma: it makes a decimal number).
    private const string Separator = @"[\s.\-/_]";

    /// <summary>The text in Unicode's composed form, with everything personal replaced.</summary>
    public static string Mask(string text)
    {
        var masked = MailAddress().Replace(text.Normalize(), Mail);
        masked = MaskIbans(masked);
        masked = NirCandidate().Replace(masked, match => IsNir(match.ValueSpan) ? Nir : match.Value);
        masked = PhoneNumber().Replace(masked, match => StartsWithDate().IsMatch(match.ValueSpan) ? match.Value : Phone);
        return TitledName().Replace(masked, match => match.Groups["title"].Value + Name);
    }

    /// <summary>Where the fixed words stand in a masked text: they are no words of the question.</summary>
    internal static IEnumerable<(int Start, int Length)> MaskedRanges(string masked) =>
        FixedWord().Matches(masked).Select(match => (match.Index, match.Length));

    /// <summary>
    /// A right key makes it one, however it is spaced. A wrong or missing key too when the parts (sex, year, month, department, town, order)
    /// are possible and spaces stand only between them: a mistyped number still points to a person, and no rule is lost with it.
    /// </summary>
    private static bool IsNir(ReadOnlySpan<char> candidate)
    {
        var digits = new StringBuilder(15);
        var spacedByParts = true;
        foreach (var character in candidate)
        {
            if (char.IsAsciiDigit(character) || "abAB".Contains(character, StringComparison.Ordinal))
                digits.Append(char.ToUpperInvariant(character));
            else
                spacedByParts &= digits.Length is 1 or 3 or 5 or 7 or 8 or 10 or 13;
        }

        var number = digits.ToString();
        return NirParts().IsMatch(number) && (spacedByParts || HasRightKey(number));
    }

    private static bool HasRightKey(string number)
    {
        if (number.Length != 15)
            return false;
        // Corsican departments count as 19 and 18 in the key.
        var digits = number[..13].Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var value)
            && 97 - (value % 97) == int.Parse(number.AsSpan(13), CultureInfo.InvariantCulture);
    }

    private static string MaskIbans(string text)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (Match start in IbanStart().Matches(text))
        {
            if (start.Index < position || IbanEnd(text, start.Index) is not { } end)
                continue;
            result.Append(text, position, start.Index - position).Append(Iban);
            position = end;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    // The longest run of 15 to 34 letters and digits, ending at a word's end, whose check digits are right; a French one also when they are wrong.
    private static int? IbanEnd(string text, int start)
    {
        var number = new StringBuilder(34);
        int? end = null;
        for (var i = start; i < text.Length && number.Length < 34; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
                number.Append(char.ToUpperInvariant(text[i]));
            else if (!IbanSeparator().IsMatch(text.AsSpan(i, 1)) || !char.IsAsciiLetterOrDigit(text[i - 1]))
                break;

            var endsWord = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
            if (endsWord && char.IsAsciiLetterOrDigit(text[i]) && number.Length >= 15 && IsIban(number.ToString()))
                end = i + 1;
        }

        return end;
    }

    private static bool IsIban(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        if (digits < 12 || digits * 10 < number.Length * 6)
            return false;
        if (number.StartsWith("FR", StringComparison.Ordinal) && number.Length == 27 && digits >= 20)
            return true;

        var remainder = 0;
        foreach (var character in number[4..] + number[..4])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]{1,64}(?:@|\s?[(\[](?:at|arobase)[)\]]\s?|\sarobase\s)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?<![\p{L}\d])[a-zA-Z]{2}\s?\d{2}(?=[\s.\-]?[a-zA-Z0-9])")]
    private static partial Regex IbanStart();

    [GeneratedRegex(@"[\s.\-]")]
    private static partial Regex IbanSeparator();

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<!\d[,.])[1-478](?:{Separator}?\d){{4}}{Separator}?(?:\d{Separator}?\d|2{Separator}?[abAB])(?:{Separator}?\d){{6}}(?:(?:{Separator}|cl[eé]|:){{0,5}}\d{Separator}?\d)?(?![\d\p{{L}}]|{Separator}?€|\s?euros?\b)")]
    private static partial Regex NirCandidate();

    [GeneratedRegex(@"^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}(?:\d{2})?$")]
    private static partial Regex NirParts();

    // French numbers, or any with the international sign; "01/04/2024 10" is a date and a count.
    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<!\d[,.])(?:(?:(?:\+|00){Separator}?33(?:{Separator}?\(0\))?{Separator}?|0)[1-9](?:{Separator}{{0,2}}\d){{8}}|\+\d(?:{Separator}?\d){{8,13}})(?![\d\p{{L}}])")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"^\d{2}([./\-])\d{2}\1\d{4}")]
    private static partial Regex StartsWithDate();

    // "Mme Durand", "M. Le Goff", "MME DURAND Marie": after the first word only words in small letters with a capital go on with the name.
    [GeneratedRegex(@"\b(?<title>(?:[Mm]me|[Mm]lle|MME|MLLE|M\.|Mr\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|MONSIEUR|MADAME)\s+)(?:\p{Lu}[\p{L}'’-]*\.?)(?:\s+(?:(?:de|du|des|le|la)\s+)?\p{Lu}\p{Ll}[\p{L}'’-]*(?![-][a-z]))*")]
    private static partial Regex TitledName();

    [GeneratedRegex(@"\[(?:NIR|IBAN|TÉLÉPHONE|COURRIEL|NOM)\]")]
    private static partial Regex FixedWord();
}
