using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>
/// IBANs by their check digits and their country's length, spaced in any way; a French one also when it is mistyped. The French RIB by its key.
/// </summary>
internal static partial class BankAccountFinder
{
    // Lengths of the register kept by SWIFT, of countries whose accounts reach a French office.
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AD"] = 24,
        ["AT"] = 20,
        ["BE"] = 16,
        ["BG"] = 22,
        ["CH"] = 21,
        ["CY"] = 28,
        ["CZ"] = 24,
        ["DE"] = 22,
        ["DK"] = 18,
        ["EE"] = 20,
        ["ES"] = 24,
        ["FI"] = 18,
        ["FR"] = 27,
        ["GB"] = 22,
        ["GR"] = 27,
        ["HR"] = 21,
        ["HU"] = 28,
        ["IE"] = 22,
        ["IS"] = 26,
        ["IT"] = 27,
        ["LI"] = 21,
        ["LT"] = 20,
        ["LU"] = 20,
        ["LV"] = 21,
        ["MC"] = 27,
        ["MT"] = 31,
        ["NL"] = 18,
        ["NO"] = 15,
        ["PL"] = 28,
        ["PT"] = 25,
        ["RO"] = 24,
        ["SE"] = 24,
        ["SI"] = 19,
        ["SK"] = 24,
        ["SM"] = 27,
        ["TN"] = 24,
        ["TR"] = 26,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // "du 24…" is no country.
    private static readonly FrozenSet<string> OtherCountries =
        "AE AL AZ BA BH BR BY CR DO EG FO GE GI GL GT IL IQ JO KW KZ LB LC LY MD ME MK MR MU PK PS QA RS SA SC ST SV TL UA VA VG XK".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<PersonalSpan> Find(ReadableText read)
    {
        var position = 0;
        foreach (Match start in IbanStart().Matches(read.Text))
        {
            if (start.Index < position || IbanEnd(read.Text, start.Index) is not { } end)
                continue;
            position = end;
            yield return new(start.Index, end - start.Index, PersonalKind.Iban);
        }

        foreach (var match in Rib().Matches(read.Folded).Where(match => HasRightKey(match.ValueSpan)))
            yield return new(match.Index, match.Length, PersonalKind.Iban);
    }

    // The longest run of 15 to 34 letters and digits, ending at a word's end, that is one.
    private static int? IbanEnd(string text, int start)
    {
        var number = new StringBuilder(34);
        int? end = null;
        for (var i = start; i < text.Length && number.Length < 34; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
                number.Append(char.ToUpperInvariant(text[i]));
            else if (text[i] is not (' ' or '.' or '-' or '\n' or '_' or '/') || i - start > 80 || (!char.IsAsciiLetterOrDigit(text[i - 1]) && !char.IsAsciiLetterOrDigit(text[Math.Max(0, i - 2)])))
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
        if (digits < 12 || digits * 10 < number.Length * 6 || (Lengths.TryGetValue(number[..2], out var length) ? length != number.Length : !OtherCountries.Contains(number[..2])))
            return false;
        if (number.StartsWith("FR", StringComparison.Ordinal) && digits >= 20)
            return true;

        var remainder = 0;
        foreach (var character in number[4..] + number[..4])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }

    // Bank, counter, account and key: 89 b + 15 c + 3 a + key is a multiple of 97; letters of the account count as digits by a table of the banks.
    private static bool HasRightKey(ReadOnlySpan<char> rib)
    {
        var digits = new StringBuilder(23);
        foreach (var character in rib)
        {
            if (char.IsAsciiDigit(character))
                digits.Append(character);
            else if (char.IsAsciiLetter(character))
                digits.Append((char)('0' + (character <= 'i' ? character - 'a' + 1 : character <= 'r' ? character - 'j' + 1 : character - 's' + 2)));
        }

        var number = digits.ToString();
        return number.Length == 23 && BigInteger.TryParse(number, CultureInfo.InvariantCulture, out var value) && value % 97 == 0 && !value.IsZero;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])[a-zA-Z]{2} ?\d ?\d(?=[ .\-\n_/]{0,2}[a-zA-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex IbanStart();

    [GeneratedRegex(@"(?<![\w])\d{5}[ .|/-]{0,3}\d{5}[ .|/-]{0,3}[0-9a-z]{11}[ .|/-]{0,3}\d{2}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Rib();
}
