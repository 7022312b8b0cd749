using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>
/// What names the subject of a quote and is not quoted: the document's title and headings, the passage's first line and the headings
/// before the quote, the sentence that the quote is a piece of and the one before.
/// </summary>
internal static partial class Surroundings
{
    private const int LongestHeading = 140;

    /// <summary>The sentence before, where the quote goes on from it: it names what "elle" stands for.</summary>
    public static string Before((Passage Passage, TextRange Range) quote) => PlainText.Of(Sentence(quote.Passage.Chunk.Chunk.Text, quote.Range, 2)).Text;

    /// <summary>"Elle", "ce délai": the subject of the quote stands in the sentence before.</summary>
    public static bool GoesOn(string plainQuote) => Pronoun().IsMatch(plainQuote);

    /// <summary>Without the sentence before, whose figures are another rule's.</summary>
    public static string Headings((Passage Passage, TextRange Range) quote)
    {
        var chunk = quote.Passage.Chunk.Chunk;
        var text = chunk.Text;
        var named = new List<string> { chunk.Prefix, quote.Passage.Chunk.Revision.Description.Title, string.Join('\n', chunk.Locator.SectionPath) };
        if (chunk.Locator.Article is { } article)
            named.Add($"article {article}");
        var before = text[..quote.Range.Start];
        var lines = before.Split('\n');
        // A heading is a line without a full stop; the first line names its passage even with one, unless it states a rule of its own.
        named.AddRange(lines.SkipLast(1).Where((line, i) => line.Length <= LongestHeading && line.AsSpan().Trim() is { IsEmpty: false } trimmed && trimmed[^1] is not ('.' or ';' or ',')).TakeLast(4));
        if (Heading(before) is { } heading)
            named.Add(heading);
        named.Add(Sentence(text, quote.Range, 1));
        return PlainText.Of(string.Join('\n', named.Where(line => line.Length > 0))).Text;
    }

    /// <summary>"Article L. 512-1. – La pension …": the article in which the quote stands, of those the passage opens.</summary>
    private static string? Heading(string before)
    {
        string? last = null;
        foreach (Match match in Article().Matches(before))
            last = match.Value;
        return last;
    }

    /// <summary>From the beginning of the sentence, or of the one before, to the end of the one in which the quote ends.</summary>
    private static string Sentence(string text, TextRange range, int sentences)
    {
        var start = Math.Max(0, range.Start - 1);
        for (var ends = 0; start > 0 && range.Start - start < 500; start--)
        {
            if (Ends(text, start) && ++ends == sentences)
                break;
        }

        var end = range.End;
        while (end < text.Length && end - range.End < 300 && !Ends(text, end))
            end++;
        return text[start..end].TrimStart('.', ';', ' ', '\n');
    }

    private static bool Ends(string text, int at) =>
        text[at] is '\n' or ';' || (text[at] is '.' && at + 2 < text.Length && char.IsWhiteSpace(text[at + 1]) && char.IsUpper(text[at + 2]) && at > 1 && (text[at - 1] is '€' or '%' or ')' or '»' || (char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at - 2]))));

    [GeneratedRegex(@"(?:^|\n|[.;] )(?:Art\.|Article|ARTICLE)\s[^\n.;–—:]{0,4}\.?\s?[\d*-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:ils?|elles?|celles?|celui|ceux|ce|cet|cette|ces|son|sa|ses|leurs?|en|y|lui|ladite|ledit|lesdits|tels?|telles?|toutefois|cependant|egalement|aussi|passe)\b|^(?:a|au|dans|pour|lorsqu\w*|si|sauf|et|ou|dont|qui|soit)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();
}
