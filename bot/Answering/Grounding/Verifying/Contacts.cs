using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Phones, web addresses and mails of a text, each in one form.</summary>
internal static partial class Contacts
{
    /// <summary>The contacts said, and the text with them blanked out, so that their digits are no figures.</summary>
    public static (ImmutableArray<string> Found, string Others) In(string plain)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var rest = Pattern().Replace(plain, match =>
        {
            found.Add(match.Groups["phone"].Success ? Phone(match.Value) : Address(match.Value));
            return new string(' ', match.Length);
        });
        return (found.ToImmutable(), rest);
    }

    /// <summary>Whether a text states the contact, or a web address that begins with it.</summary>
    public static bool Stands(string contact, string plain)
    {
        if (char.IsDigit(contact[0]) && contact.All(char.IsDigit))
            return DigitRuns().Matches(plain).Any(run => Phone(run.Value) == contact || Phone(run.Value).StartsWith("0033" + contact[1..], StringComparison.Ordinal));
        return In(plain).Found.Any(known => known == contact || (!contact.Contains('@', StringComparison.Ordinal) && known.StartsWith(contact, StringComparison.Ordinal) && known[contact.Length] is '/' or '?' or '#'));
    }

    private static string Phone(string written)
    {
        var digits = NotDigits().Replace(written.Replace("(0)", "", StringComparison.Ordinal), "");
        if (written.TrimStart().StartsWith('+') && digits.StartsWith("33", StringComparison.Ordinal) && digits.Length == 11)
            return "0" + digits[2..];
        return digits.Length == 13 && digits.StartsWith("0033", StringComparison.Ordinal) ? "0" + digits[4..] : digits;
    }

    private static string Address(string written)
    {
        var address = Scheme().Replace(written, "").TrimEnd('/', '.', ',', ';', ')', '"', '\'', '>');
        return address;
    }

    [GeneratedRegex(
        @"[\w.+-]+@[\w-]+(?:\.[\w-]+)+" +
        @"|\b(?:https?|ftp)://[^\s<>""')\]]+|\bwww\.[^\s<>""')\]]+" +
        @"|(?<![@\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:fr|com|org|net|eu|gouv|info|io|co|me|be|ch|re|gf|app|tk|ru|xyz|site|online|biz|cc)(?:/[^\s<>""')\]]*)?(?![\w@-])" +
        @"|(?<![\d.,])(?<phone>(?:\+ ?33|0033)[ .-]?(?:\(0\))?[ .-]?[1-9](?:[ .-]?\d{2}){4}|0[1-9](?:[ .-]?\d{2}){4})(?![\d,])" +
        @"|(?=[013])(?<=\b(?:appel\w*|renseign\w*|information\w*|tel\.?|telephon\w*|numero\w*|compos\w*|joindre|joignable\w*|contact\w*|call|phone|dial)\b[^.;\n]{0,30}?)(?<![\d.,/-])(?<phone>(?:3\d ?\d{2}|10\d{2}|118 ?\d{3}|0 ?8\d{2} ?\d{3} ?\d{3}|1[1579]\d?|08 ?\d{2} ?\d{2} ?\d{2} ?\d{2}))(?![\d,/-]| ?(?:€|%|euro|\d{3}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\+?\d(?:[ .-]?(?:\(0\))?[ .-]?\d)*", RegexOptions.CultureInvariant)]
    private static partial Regex DigitRuns();

    [GeneratedRegex(@"\D", RegexOptions.CultureInvariant)]
    private static partial Regex NotDigits();

    [GeneratedRegex(@"^(?:(?:https?|ftp)://)?(?:www\.)?", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
