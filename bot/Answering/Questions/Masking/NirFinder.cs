using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>
/// Numbers of social security: 13 characters and a key of two. A right key makes one, however it is spaced. A wrong or missing key too when
/// the parts (sex, year, month, department, town, order) are possible and spaces stand only between them: a mistyped number still points
/// to a person, and no rule is lost with it. After a word that announces one, any 12 to 16 digits are.
/// </summary>
internal static partial class NirFinder
{
    private const int MostDigits = 17;
    private const int MostBetween = 3;
    private const int MostBeforeKey = 12;

    public static IEnumerable<PersonalSpan> Find(ReadableText read)
    {
        var text = read.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (>= '1' and <= '8') || !Begins(text, i))
                continue;
            if (End(Collect(text, i), read) is not { } end)
                continue;
            yield return new(i, end - i, PersonalKind.Nir);
            i = end;
        }
    }

    private static bool Begins(string text, int at) =>
        at == 0 || (!char.IsLetterOrDigit(text[at - 1]) && !(at > 1 && text[at - 1] is ',' or '.' && char.IsAsciiDigit(text[at - 2])));

    // The characters of the number with where each stands; gaps of a few separators, more before the key.
    private static List<(char Digit, int At)> Collect(string text, int start)
    {
        var digits = new List<(char, int)>(MostDigits);
        for (var i = start; i < text.Length && digits.Count < MostDigits;)
        {
            if (DigitAt(text[i], digits.Count, digits.Count > 0 ? digits[^1].Item1 : ' ') is not { } digit)
                break;
            digits.Add((digit, i++));
            var gap = 0;
            var before = digits.Count == 13 ? KeyGap().Match(text, i, Math.Min(MostBeforeKey, text.Length - i)).Length : 0;
            while (before == 0 && i + gap < text.Length && gap <= MostBetween && text[i + gap] is ' ' or '.' or '-' or '/' or '_' or '|' or '\n' or '\r')
                gap++;
            i += before > 0 ? before : gap <= MostBetween ? gap : 0;
        }

        return digits;
    }

    // A and B stand for the departments of Corsica; O, l and I are misread digits.
    private static char? DigitAt(char character, int position, char before) => character switch
    {
        >= '0' and <= '9' => character,
        'A' or 'a' when position == 6 && before == '2' => 'A',
        'B' or 'b' when position == 6 && before == '2' => 'B',
        'O' or 'o' when position > 0 => 'O',
        'l' or 'I' when position > 0 => 'I',
        _ => null,
    };

    private static int? End(List<(char Digit, int At)> digits, ReadableText read)
    {
        if (digits.Count >= 15 && EndsAt(digits, 15, read) is { } withKey && (HasRightKey(Number(digits, 15)) || IsPossible(digits, 15)))
            return withKey;
        if (digits.Count >= 13 && EndsAt(digits, 13, read) is { } withoutKey && IsPossible(digits, 13))
            return withoutKey;
        if (digits.Count is < 12 or >= MostDigits || digits.Exists(digit => digit.Digit is 'O' or 'I') || !IsAnnounced(read, digits[0].At))
            return null;
        return EndsAt(digits, digits.Count, read);
    }

    private static int? EndsAt(List<(char Digit, int At)> digits, int count, ReadableText read)
    {
        var end = digits[count - 1].At + 1;
        return end < read.Text.Length && (char.IsLetterOrDigit(read.Text[end]) || Money().IsMatch(read.Folded.AsSpan(end, Math.Min(8, read.Folded.Length - end)))) ? null : end;
    }

    private static string Number(List<(char Digit, int At)> digits, int count) =>
        string.Create(count, digits, static (number, source) =>
        {
            for (var i = 0; i < number.Length; i++)
                number[i] = source[i].Digit switch { 'O' => '0', 'I' => '1', var digit => digit };
        });

    // Spaces only where parts meet: an amount or a run of other numbers is grouped elsewhere.
    private static bool IsPossible(List<(char Digit, int At)> digits, int count)
    {
        for (var i = 1; i < count; i++)
        {
            if (digits[i].At != digits[i - 1].At + 1 && i is not (1 or 3 or 5 or 7 or 8 or 10 or 13))
                return false;
        }

        return !digits.Take(count).Any(digit => digit.Digit is 'O' or 'I') && Parts().IsMatch(Number(digits, count));
    }

    private static bool HasRightKey(string number)
    {
        if (!LooseParts().IsMatch(number))
            return false;
        // Corsican departments count as 19 and 18 in the key.
        var digits = number[..13].Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var value)
            && 97 - (value % 97) == int.Parse(number.AsSpan(13), CultureInfo.InvariantCulture);
    }

    private static bool IsAnnounced(ReadableText read, int start)
    {
        var before = read.Folded.AsSpan(Math.Max(0, start - 45), Math.Min(45, start));
        return Announcing().IsMatch(before) && !before.Contains("siret", StringComparison.Ordinal) && !before.Contains("siren", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\G[ .,;:/_()|\n-]{0,5}(?:(?:cl[eé]|key|CL[EÉ])[ .:=]{0,3})?", RegexOptions.CultureInvariant)]
    private static partial Regex KeyGap();

    [GeneratedRegex(@"^[1-478]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-9]\d|2[AB])(?!000)\d{3}(?!000)\d{3}(?:\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    // Months beyond 12 stand for unknown ones in numbers given to those born abroad.
    [GeneratedRegex(@"^[1-8]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex LooseParts();

    [GeneratedRegex(@"(?:\b(?:nirs?|nnis?|nia|ss|secu(?:rite sociale)?|immatricul\w*|insee|vitale|social security(?: number)?)\b)[^\d]{0,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcing();

    [GeneratedRegex(@"^ ?(?:€|euros?\b|eur\b|k€)", RegexOptions.CultureInvariant)]
    private static partial Regex Money();
}
