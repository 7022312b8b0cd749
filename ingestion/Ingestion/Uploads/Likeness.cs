using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>
/// What makes a file look like a new revision of a known document: only ever proposed. "CIR-7-2022" and "CIR-7-2023" are two
/// documents, so a number counts only whole, with its year.
/// </summary>
internal static partial class Likeness
{
    private const int Places = 64;
    private const int SequenceLength = 4;

    /// <summary>Where a document prints its own number; further down stand those of the texts it refers to.</summary>
    private const int LetterheadWords = 60;
    private const uint Empty = uint.MaxValue;

    public static TextLikeness Of(ImmutableArray<Page> pages, IEnumerable<Chunk> chunks) => new(
        pages.IsEmpty ? null : FullNumber(string.Join(' ', pages[0].Words.Take(LetterheadWords).Select(word => word.Text))),
        Signature(chunks.Select(chunk => chunk.Text)));

    /// <summary>The first printed number with its year; dates are none. Null when there is none.</summary>
    public static string? FullNumber(string text)
    {
        foreach (Match match in Numbers().Matches(text))
        {
            var parts = match.Groups["number"].Value.ToUpperInvariant().Split('-', '/', '_', '.');
            var isAnnounced = match.Groups["sign"].Success;
            var isDate = parts.Length == 3 && parts.All(part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit));
            var hasYear = parts.Any(part => Year().IsMatch(part));
            var hasOther = parts.Count(part => part.Any(char.IsAsciiDigit)) > 1;
            var isMonth = !isAnnounced && parts.Length == 2 && parts.All(part => part.All(char.IsAsciiDigit));
            if (hasYear && hasOther && !isDate && !isMonth)
                return string.Join('-', parts);
        }

        return null;
    }

    /// <summary>The share of word sequences that two texts have in common, 0 to 1, estimated.</summary>
    public static double Of(TextLikeness one, TextLikeness other)
    {
        if (one.Signature.Length != other.Signature.Length)
            return 0;
        // Two hundred uploads are compared with each other while a page is shown: no list is made.
        var (filled, equal) = (0, 0);
        for (var place = 0; place < one.Signature.Length; place++)
        {
            if (one.Signature[place] == Empty && other.Signature[place] == Empty)
                continue;
            filled++;
            equal += one.Signature[place] == other.Signature[place] ? 1 : 0;
        }

        return filled == 0 ? 0 : equal / (double)filled;
    }

    // One hash a sequence; its upper bits choose the place, its lower ones compete for it ("one permutation" minwise hashing).
    private static ImmutableArray<uint> Signature(IEnumerable<string> texts)
    {
        var places = new uint[Places];
        Array.Fill(places, Empty);
        var window = new Queue<uint>(SequenceLength);
        foreach (var token in texts.SelectMany(text => FrenchAnalyzer.Analyze(text)))
        {
            window.Enqueue(TermId.Of(token.Term));
            if (window.Count < SequenceLength)
                continue;
            var hash = 14695981039346656037UL;
            foreach (var term in window)
                hash = (hash ^ term) * 1099511628211UL;
            hash ^= hash >> 29;
            hash *= 0xbf58476d1ce4e5b9UL;
            hash ^= hash >> 32;
            ref var place = ref places[hash >> 58];
            place = Math.Min(place, (uint)hash);
            window.Dequeue();
        }

        return [.. places];
    }

    [GeneratedRegex(@"(?<sign>\bn\s?[°ºo]\s?)?(?<![\p{L}\d/_.-])(?<number>[\p{Lu}\d]+(?:[-/_.][\p{Lu}\d]+)+)(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:19|20)\d\d$")]
    private static partial Regex Year();
}
