using System.Text;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// Untrusted words in the text of a message. The channel reads that text as Markdown with HTML in it, or shows it as it stands (beside
/// suggestions); in both the words must look as they are printed and be nothing but words: no link, no mention, no [n] of their own. Escaping
/// signs would be seen where nothing is rendered, so marks are parted by a character without width, and the few that a
/// lone one of does harm give way to their twin in looks.
/// </summary>
internal static class Verbatim
{
    private const char Joiner = '\u2060';

    /// <summary>On one line.</summary>
    public static string Of(string words)
    {
        var line = Printable.Line(words).Trim();
        var shown = new StringBuilder(line.Length + 8);
        if (BeginsBlock(line))
            shown.Append(Joiner);
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '*':
                    shown.Append('∗');
                    break;
                case '~':
                    shown.Append('∼');
                    break;
                case '`':
                    shown.Append('ˋ');
                    break;
                // Inside a word it is no emphasis, and a file's name or an address keeps it.
                case '_' when !(IsInWord(line, i - 1) && IsInWord(line, i + 1)):
                    shown.Append('ˍ');
                    break;
                case '[' or ']' or '<' or '&' or '\\':
                    shown.Append(line[i]).Append(Joiner);
                    break;
                default:
                    shown.Append(line[i]);
                    break;
            }
        }

        return shown.ToString();
    }

    // A heading, a quotation, a list, a rule or a table when it stands first on its line.
    private static bool BeginsBlock(string line)
    {
        if (line.Length == 0)
            return false;
        if ("#>-+=|:".Contains(line[0], StringComparison.Ordinal))
            return true;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')';
    }

    private static bool IsInWord(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
}
