using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>
/// Takes from untrusted text what no reader sees but terminals and browsers obey: control characters (escape sequences) and marks that
/// turn the direction of writing. Markup needs no care here: each renderer encodes for its own medium.
/// </summary>
internal static partial class Printable
{
    /// <summary>On one line.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>With its line feeds and tabs.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    /// <summary>At most <paramref name="length"/> characters, cut between words, the cut shown.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOf(' ', length);
        return string.Concat(text.AsSpan(0, end > length / 2 ? end : length).TrimEnd(" ,;:".AsSpan()), " …");
    }

    /// <summary>French punctuation kept on the line of its word, and an amount in one piece, as a printer would; no word changes.</summary>
    public static string Tied(string text) => InsideNumber().Replace(BeforeMark().Replace(AfterQuote().Replace(text, "«\u202f"), "\u202f"), "\u202f");

    [GeneratedRegex("(?<=\\S) (?=[:;?!»](?:\\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeMark();

    [GeneratedRegex("« (?=\\S)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterQuote();

    [GeneratedRegex("(?<=(?<!\\d)\\d{1,3}) (?=\\d{3}(?!\\d))", RegexOptions.CultureInvariant)]
    private static partial Regex InsideNumber();

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\t')
                clean.Append(keepLines ? character : ' ');
            else if (!IsUnseenOrder(character))
                clean.Append(character);
        }

        return clean.ToString();
    }

    // The soft hyphen and the zero-width joiners are format characters too, but harmless.
    private static bool IsUnseenOrder(char character) =>
        char.IsControl(character)
        || character is '\u2028' or '\u2029' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c'
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.PrivateUse;
}
