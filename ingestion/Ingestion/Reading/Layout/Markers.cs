using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>Recognises what stands before a list item: dashes, bullets, numbers and letters.</summary>
internal static partial class Markers
{
    private const string Bullets = "-–—−•◦▪▫■□●○◆◇‣⁃►▶▸➢➔➜→⇒✓✔❖❑*·o";

    public static string? Of(Line line)
    {
        var first = line.Words[0].Text;
        if (line.Words.Count > 1 && (IsBullet(first) || Enumerator().IsMatch(first)))
            return first;
        return IsDash(first[0]) && first.Length > 2 && char.IsLetter(first[1]) ? first[..1] : null;
    }

    /// <summary>A marker that stands apart from the text of its item.</summary>
    public static bool IsAlone(string word) => IsBullet(word) || Enumerator().IsMatch(word) && !char.IsDigit(word[0]);

    /// <summary>A sign that only ever begins an item; "1° et 2°" or "- ou" may also stand in the middle of a sentence.</summary>
    public static bool IsCertain(Line line) => line.HasBullet || Of(line) is { } marker && IsBullet(marker) && !IsDash(marker[0]);

    /// <summary>The line begins the item after the one that <paramref name="before"/> begins: 2. after 1., b) after a).</summary>
    public static bool Follows(Line before, Line line) =>
        Of(before) is { } first && Of(line) is { } second && Math.Abs(before.Left - line.Left) < 0.6f * line.Size
        && (first == second && IsBullet(first) || first.TrimStart('(').TrimEnd('.', ')', '°') is var a && second.TrimStart('(').TrimEnd('.', ')', '°') is var b
            && first.Length - a.Length == second.Length - b.Length && IsNext(a, b));

    private static bool IsNext(string before, string after) =>
        int.TryParse(before, out var first) && int.TryParse(after, out var second) ? second == first + 1
            : before.Length == 1 && after.Length == 1 && after[0] == before[0] + 1;

    /// <summary>A sign set for items only; symbol fonts put theirs into the private area.</summary>
    public static bool IsBullet(string word) => word.Length == 1
        && (Bullets.Contains(word[0], StringComparison.Ordinal) || word[0] is >= '\uF000' and <= '\uF0FF');

    private static bool IsDash(char sign) => sign is '-' or '–' or '—' or '−';

    [GeneratedRegex(@"^(\(?[a-zA-Z]\)|\(?\d{1,2}\)|\d{1,2}°|\(?[ivx]{1,5}\)|[a-z]\.|\d{1,2}\.)$")]
    private static partial Regex Enumerator();
}
