using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>
/// Decides what a hyphen at the end of a line is: a break made by the typesetter, which goes, or a part of the word, which stays.
/// The document's own words are the evidence: "exonération" elsewhere tells of "exoné-/ration", "demi-journée" of "demi-/journée".
/// </summary>
internal sealed class Hyphenation
{
    // Compounds whose hyphen is grammar, not chance; they are listed because a document may hold each only once, broken.
    private static readonly HashSet<string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "demi", "mi", "semi", "vice", "ex", "non", "sous", "sus", "ci", "celui", "celle", "ceux", "celles", "là", "après", "avant", "au",
        "par", "c'est", "est", "soi", "quasi", "grand", "grands", "grand'", "lui", "elle", "eux", "elles", "moi", "nous", "vous", "peut", "doit",
        "rez", "chef", "bien", "lieu", "procès", "mot", "porte", "garde", "compte", "rendez", "plus", "moins", "quote", "trop", "arrière",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "à", "ci", "là", "même", "mêmes", "il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce", "le", "la", "les", "lui", "leur", "y", "en", "t",
        "dire", "dessus", "dessous", "après", "contre", "delà", "rata",
    };

    // Typesetters that hyphenate by program may write another sign than the author's "-": if it never stands inside a word, it
    // is a break wherever it ends a line.
    private const char TypesetHyphen = '\u2010';

    private bool _typesetHyphenInside;

    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);

    public void Learn(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                if (i == line.Words.Count - 1 && EndsWithHyphen(line.Words[i].Text) || i == 0 && line.Words.Count > 1 && line.Words[i].Text.Length < 3)
                    continue;

                var word = Bare(line.Words[i].Text);
                _typesetHyphenInside |= word.Contains(TypesetHyphen, StringComparison.Ordinal);
                if (word.Length > 2)
                    _words[word] = _words.GetValueOrDefault(word) + 1;
            }
        }
    }

    public static bool EndsWithHyphen(string word) => word.Length > 1 && word[^1] is '-' or '\u2010' or '\u00AD' && word.Length > 1;

    /// <summary>Whether the hyphen goes when the two halves are joined. False also means: no space between them.</summary>
    public bool IsBreak(string before, string after)
    {
        if (before[^1] == '\u00AD' || before[^1] == TypesetHyphen && !_typesetHyphenInside && char.IsLetter(before[^2]))
            return true;

        var head = Bare(before[..^1]);
        var tail = Bare(after);
        if (head.Length == 0 || tail.Length == 0 || !char.IsLetter(before[^2]) || !SameCase(head, tail))
            return false;

        var joined = _words.GetValueOrDefault(head + tail);
        var hyphened = _words.GetValueOrDefault(head + "-" + tail);
        if (joined != hyphened)
            return joined > hyphened;

        var lastPart = head[(head.LastIndexOf('-') + 1)..];
        if (Prefixes.Contains(lastPart) || Suffixes.Contains(tail))
            return false;

        // Both halves are words of the document and never seen as one: a compound ("maladie-maternité"); else a break.
        return !(_words.GetValueOrDefault(head) >= 2 && _words.GetValueOrDefault(tail) >= 2 && head.Length > 3 && tail.Length > 3);
    }

    /// <summary>A capital behind the hyphen begins a word of its own, unless the whole word is in capitals.</summary>
    private static bool SameCase(string head, string tail) =>
        char.IsLower(tail[0]) ? char.IsLower(head[^1]) || head.Length == 1
            : char.IsUpper(tail[0]) && head.Length > 1 && tail.Length > 1 && head.All(char.IsUpper) && tail.Where(char.IsLetter).All(char.IsUpper);

    private static string Bare(string word)
    {
        var start = 0;
        var end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        var elision = word.AsSpan(start, end - start).LastIndexOfAny('\'', '’');
        return word[(start + elision + 1)..end];
    }
}
