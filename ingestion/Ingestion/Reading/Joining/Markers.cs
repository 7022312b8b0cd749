using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Recognises what stands before a list item: dashes, bullets, numbers and letters.</summary>
internal static partial class Markers
{
    private const string Bullets = "-–—−•◦▪▫■□●○◆◇‣⁃►▶▸➢➔➜→⇒✓✔❖❑*·o";

    public static string? Of(Line line)
    {
        var first = line.Words[0].Text;
        if (IsBullet(first) && line.Words.Count > 1)
            return first;
        return line.Words.Count > 1 && Enumerator().IsMatch(first) ? first : null;
    }

    /// <summary>A sign set for items only; symbol fonts put theirs into the private area.</summary>
    public static bool IsBullet(string word) => word.Length == 1
        && (Bullets.Contains(word[0], StringComparison.Ordinal) || word[0] is >= '\uF000' and <= '\uF0FF');

    [GeneratedRegex(@"^(\(?[a-zA-Z]\)|\(?\d{1,2}\)|\d{1,2}°|\(?[ivx]{1,5}\)|[a-z]\.|\d{1,2}\.)$")]
    private static partial Regex Enumerator();
}
