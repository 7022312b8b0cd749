using System.Text.RegularExpressions;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>
/// Words of a model that no passage proves: open points, questions, what was dropped. They are shown apart, and never with a phone, an address or
/// a mail: whoever reads one uses it.
/// </summary>
internal static partial class UnprovenWords
{
    /// <returns>On one line; null: there is nothing that may be shown.</returns>
    public static string? Of(string text, int length)
    {
        var line = Printable.Tied(Printable.Line(text).Trim());
        return line.Length == 0 || line.Length > length || Contact().IsMatch(line) ? null : line;
    }

    // A mail, a web address with or without its scheme, nine digits and more however they are parted, and the short numbers of public bodies.
    [GeneratedRegex(
        @"\S@\S|://|\bwww\.|\b[\w-]{2,}\.(?:fr|com|org|net|eu|info|gouv)\b|(?:\d[\s.\-/()\u00a0\u202f\u2011]{0,2}){9,}|(?<![\d,.])3\d[ .\u00a0\u202f]?\d{2}(?!\d|[,.]\d)(?!\s*(?:€|%|(?:euros?|EUR|heures?|jours?|mois|ans|points?|hours?|days?)\b))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contact();
}
