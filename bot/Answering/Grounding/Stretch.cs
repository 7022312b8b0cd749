using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The words of a claim between two of its punctuation marks: what is kept or left out as one.</summary>
internal sealed partial record Stretch
{
    // A stretch shorter than this is never cut at a word.
    private const int ShortestCut = 40;

    private static readonly SearchValues<char> MarksAlone = SearchValues.Create(" \u00a0\u202f,;:()–—-");

    public required int Start { get; init; }
    public required int End { get; init; }

    /// <summary>The line of the claim it stands in: the first line of a list introduces the others.</summary>
    public required int Line { get; init; }

    /// <summary>Counted through the whole claim.</summary>
    public required int Sentence { get; init; }

    public required bool OpensSentence { get; init; }
    public required bool ClosesSentence { get; init; }

    /// <summary>It begins, or ends, where the author set no mark.</summary>
    public bool CutBefore { get; init; }
    public bool CutAfter { get; init; }

    /// <summary>A claim's text between its marks: comma, semicolon, colon, brackets, dash, end of sentence or item. Markers of items are left aside.</summary>
    public static ImmutableArray<Stretch> Of(string text)
    {
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        var (line, sentence) = (0, 0);
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed;
            var marker = DraftingWords.MarkerLength(text.AsSpan(start, end - start));
            foreach (var range in SentenceSplitter.Split(text, new(start + marker, end - start - marker)))
                AddSentence(text, range, line, sentence++, stretches);
            start = end + 1;
            line++;
        }

        return stretches.ToImmutable();
    }

    /// <summary>The same cut further, before the words that open a clause, where a stretch is too long for a line.</summary>
    public static ImmutableArray<Stretch> Finer(string text, ImmutableArray<Stretch> stretches) => [.. stretches.SelectMany(stretch => stretch.Finer(text))];

    private static void AddSentence(string text, TextRange sentence, int line, int number, ImmutableArray<Stretch>.Builder stretches)
    {
        var start = sentence.Start;
        var first = stretches.Count;
        foreach (Match mark in Mark().Matches(text[sentence.Start..sentence.End]))
        {
            var end = sentence.Start + mark.Index + mark.Length;
            if (end > start && end < sentence.End && text.AsSpan(start, end - start).ContainsAnyExcept(MarksAlone))
            {
                Add(start, end);
                start = end;
            }
        }

        Add(start, sentence.End);
        if (stretches.Count > first)
        {
            stretches[first] = stretches[first] with { OpensSentence = true };
            stretches[^1] = stretches[^1] with { ClosesSentence = true };
        }

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to > from)
                stretches.Add(new() { Start = from, End = to, Line = line, Sentence = number, OpensSentence = false, ClosesSentence = false });
        }
    }

    /// <summary>Where the last clause of a text opens; −1: nowhere.</summary>
    public static int LastOpener(string text) => Opener().Matches(text) is [.., var last] ? last.Index : -1;

    private IEnumerable<Stretch> Finer(string text)
    {
        var start = Start;
        if (End - Start > ShortestCut)
        {
            foreach (Match opener in Opener().Matches(text[Start..End]))
            {
                var at = Start + opener.Index;
                if (at - start < 8)
                    continue;
                yield return this with { Start = start, End = at, OpensSentence = OpensSentence && start == Start, ClosesSentence = false, CutBefore = start > Start, CutAfter = true };
                start = at + 1;
            }
        }

        yield return this with { Start = start, OpensSentence = OpensSentence && start == Start, CutBefore = start > Start };
    }

    // After a comma, semicolon or colon that a space follows (the comma of a number has none); before an opening bracket or a dash, after a closing one.
    [GeneratedRegex(@"[,;:](?=\s)|\)(?=[\s,;:.])[,;:.]*|\s(?=\()|\s(?=[–—-]\s)|(?<=\s[–—-])\s", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"\s(?=(?:qui\b|que\b|qu['’]|dont\b|lorsqu|si\b|s['’]ils?\b|sans\b|afin\b|pour\b|selon\b|dans\b|correspondant|prévue?s?\b|mentionnée?s?\b|définie?s?\b|visée?s?\b|par\b|sous\b|à compter|dès\b|avec\b|et\b|ou\b|en\b|au titre|au cours|lors\b|auprès|devant\b|depuis\b|pendant\b|jusqu|chez\b|avant\b|après\b|au sens|au regard|tels?\b|telles?\b)(?!\s?\d))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
