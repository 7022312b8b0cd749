using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// Cuts French legal text into sentences whose ranges are exact. It prefers a sentence too long to one cut in two: a quote must never
/// end after "art." or inside brackets. Chunks are cut by it too, so that no answer meets half a sentence.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>The sentences inside <paramref name="range"/>, in order, without surrounding white space; a line feed always ends one.</summary>
    public static ImmutableArray<TextRange> Split(string text, TextRange range)
    {
        var sentences = ImmutableArray.CreateBuilder<TextRange>();
        for (var lineStart = range.Start; lineStart < range.End;)
        {
            var feed = text.IndexOf('\n', lineStart, range.End - lineStart);
            var lineEnd = feed < 0 ? range.End : feed;
            SplitLine(text, lineStart, lineEnd, sentences);
            lineStart = lineEnd + 1;
        }

        return sentences.ToImmutable();
    }

    public static ImmutableArray<TextRange> Split(string text) => Split(text, new(0, text.Length));

    private static void SplitLine(string text, int start, int end, ImmutableArray<TextRange>.Builder sentences)
    {
        var sentenceStart = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '«' or '(' or '[' && ClosingOf(text, i, end) is { } closing)
            {
                i = closing;
                // « … . » ends a sentence when what follows begins one.
                if (text[i] != '»' || !EndsSentence(text, PreviousLetter(text, i), end))
                    continue;
            }
            else if (text[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var after = SkipClosing(text, i + 1, end);
            if (after < end && IsBoundary(text, sentenceStart, i, after, end))
            {
                Add(text, sentenceStart, after, sentences);
                sentenceStart = after;
                i = after - 1;
            }
        }

        Add(text, sentenceStart, end, sentences);
    }

    private static bool IsBoundary(string text, int sentenceStart, int mark, int after, int end)
    {
        if (text[mark] is '.' && IsAbbreviation(text, sentenceStart, mark, after, end))
            return false;
        if (!char.IsWhiteSpace(text[after]))
            return text[mark] is '.' && IsMissingSpace(text, sentenceStart, mark, after, end);
        var next = after;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        return next < end && BeginsSentence(text, next, end);
    }

    private static bool BeginsSentence(string text, int at, int end)
    {
        while (at < end && (text[at] is '«' or '"' or '“' or '(' or '[' or '-' or '–' or '—' or '•' || char.IsWhiteSpace(text[at])))
            at++;
        return at < end && (char.IsUpper(text[at]) || char.IsDigit(text[at]) || IsLetterMarker(text, at, end));
    }

    /// <summary>"a)" or "b °" begins an item printed in the run of the text.</summary>
    private static bool IsLetterMarker(string text, int at, int end) =>
        at + 1 < end && char.IsAsciiLetterLower(text[at]) && text[at + 1] is ')' or '°';

    private static bool IsAbbreviation(string text, int sentenceStart, int dot, int after, int end)
    {
        var wordStart = dot;
        while (wordStart > sentenceStart && (char.IsLetterOrDigit(text[wordStart - 1]) || text[wordStart - 1] is '-' or '.'))
            wordStart--;
        var word = text[wordStart..dot];
        if (word.Length == 0)
            return false;

        // "1. Les conditions", "II. – L'assuré": the sentence so far is nothing but its number.
        if (IsBlank(text, sentenceStart, wordStart) && SentenceAbbreviations.IsNumbering(word))
            return true;
        var next = after;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        var nextIsDigit = next < end && char.IsDigit(text[next]);
        if (word.Contains('.', StringComparison.Ordinal))
            return IsSpelledOut(word);
        if (word.Length == 1 && char.IsUpper(word[0]))
            return nextIsDigit && SentenceAbbreviations.IsArticleLetter(word) || word is "M" || IsInitial(text, sentenceStart, wordStart, next, end);
        if (nextIsDigit && SentenceAbbreviations.IsArticleLetter(word))
            return true;
        return SentenceAbbreviations.IsAbbreviation(word) || (nextIsDigit && SentenceAbbreviations.IsAbbreviationBeforeNumber(word));
    }

    /// <summary>"S.A.R.L", "c.-à-d": letters with a full stop each.</summary>
    private static bool IsSpelledOut(string word) => word.Split('.').All(part => part.Trim('-').Length is 1 || part is "-à-d");

    /// <summary>"J. O.", "M. A. Dupont": a capital after another capital and its full stop, or followed by one.</summary>
    private static bool IsInitial(string text, int sentenceStart, int wordStart, int next, int end)
    {
        if (next + 1 < end && char.IsUpper(text[next]) && text[next + 1] == '.')
            return true;
        var before = wordStart - 1;
        while (before > sentenceStart && char.IsWhiteSpace(text[before]))
            before--;
        return before > sentenceStart && text[before] == '.' && char.IsUpper(text[before - 1]);
    }

    /// <summary>"versée.Le montant": a space lost by the layout; an address ("ameli.Fr", "www.Urssaf.fr") has none either.</summary>
    private static bool IsMissingSpace(string text, int sentenceStart, int mark, int after, int end)
    {
        if (mark < sentenceStart + 2 || !char.IsLower(text[mark - 1]) || !char.IsLower(text[mark - 2]) || after + 1 >= end)
            return false;
        if (!char.IsUpper(text[after]) || !(char.IsLower(text[after + 1]) || text[after + 1] is '\'' or '’'))
            return false;
        var wordStart = mark;
        while (wordStart > sentenceStart && !char.IsWhiteSpace(text[wordStart - 1]))
            wordStart--;
        return text.AsSpan(wordStart, mark - wordStart).IndexOfAny('@', '/', '.') < 0 && !text.AsSpan(wordStart).StartsWith("www", StringComparison.OrdinalIgnoreCase);
    }

    private static int? ClosingOf(string text, int open, int end)
    {
        var (opening, closing) = text[open] switch { '«' => ('«', '»'), '(' => ('(', ')'), _ => ('[', ']') };
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            if (text[i] == opening)
                depth++;
            else if (text[i] == closing && --depth == 0)
                return i;
        }

        return null;
    }

    private static int SkipClosing(string text, int at, int end)
    {
        while (at < end)
        {
            var next = at;
            while (next < end && char.IsWhiteSpace(text[next]))
                next++;
            if (next < end && (text[next] is '»' || (next == at && text[next] is '"' or '”' or ')' or ']' or '.' or '!' or '?' or '…')))
                at = next + 1;
            else
                return at;
        }

        return at;
    }

    private static int PreviousLetter(string text, int at)
    {
        at--;
        while (at > 0 && char.IsWhiteSpace(text[at]))
            at--;
        return at;
    }

    private static bool EndsSentence(string text, int at, int end) => at >= 0 && at < end && text[at] is '.' or '!' or '?' or '…';

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).Trim().IsEmpty;

    private static void Add(string text, int start, int end, ImmutableArray<TextRange>.Builder sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new(start, end - start));
    }
}
