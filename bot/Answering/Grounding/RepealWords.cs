using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;
using FoldedText = AgentHelpdesk.Answering.Questions.FoldedText;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Whether an article or a text says of itself that it is repealed; what it says of others is their affair.</summary>
internal static partial class RepealWords
{
    public static bool SaysOfItself(Chunk chunk, DateOnly today)
    {
        if (chunk.Locator.SectionPath is [.., var heading] && Heading().IsMatch(Folded(heading)))
            return true;
        if (!chunk.Text.Contains("brog", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var range in SentenceSplitter.Split(chunk.Text))
        {
            var sentence = chunk.Text.Substring(range.Start, range.Length);
            if (Itself().IsMatch(Folded(sentence)) && !IsToCome(sentence, today))
                return true;
        }

        return false;
    }

    private static string Folded(string text) => FoldedText.Of(text);

    // "abrogé à compter du 1er janvier 2030" holds until then.
    private static bool IsToCome(string sentence, DateOnly today) =>
        FrenchDates.Find(FoldedText.Of(sentence), today).Any(date => date.Period.First > today);

    [GeneratedRegex(@"[\s(\[–-]abrogee?s?\s*[)\]]?\s*$|[(\[]\s*abrogee?s?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    // At the head of a line it is the note that editors print under an article's number; else the text must name itself.
    [GeneratedRegex(@"^\W*(?:(?:article|version|texte|disposition)s? )?abrogee?s?(?: (?:par|le|au|depuis|a compter)\b|\W*$)|\b(?:le present|la presente|cet|cette|ce)(?: \w+)? ?(?:article|circulaire|instruction|note|lettre|decret|arrete|ordonnance|loi|fiche|texte|guide|chapitre|section|directive)\w* (?:est|a ete|sont) abrogee?s?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Itself();
}
