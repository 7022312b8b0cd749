using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <param name="Flaw">Null: the quote stands in the passage named.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Detail">The word that is not in the passage, or the passage in which the quote does stand.</param>
internal readonly record struct QuoteVerdict(ClaimFlaw? Flaw, TextRange Range, string Detail = "");

/// <summary>Tells a quote that stands from one invented, stitched together or taken from another passage.</summary>
internal sealed partial class QuoteTrial(IReadOnlyDictionary<int, string> passages)
{
    /// <summary>Fewer words in a row are found anywhere by chance.</summary>
    private const int LeastRun = 2;

    private readonly Dictionary<int, QuoteStream> streams = [];

    public QuoteVerdict Of(int passage, string quote)
    {
        var whole = QuoteStream.Of(OuterDots().Replace(quote, ""));
        if (whole.WordStarts.Length < 2)
            return new(ClaimFlaw.UnknownPassage, default, quote.Trim());
        var cited = Stream(passage);
        foreach (var range in cited.Find(whole))
            return new(null, range);

        var others = passages.Keys.Where(other => other != passage).ToArray();
        foreach (var other in others)
        {
            if (Stream(other).Find(whole).Any())
                return new(ClaimFlaw.QuoteMisattributed, default, $"[{other}]");
        }

        var pieces = Omission().Split(quote).Select(QuoteStream.Of).Where(piece => piece.Text.Length > 0).ToArray();
        if (pieces.Length > 1 && pieces.All(piece => passages.Keys.Any(rank => Stream(rank).Holds(piece.Text))))
            return new(ClaimFlaw.QuoteStitched, default);
        if (IsStitched(whole, [cited]) || IsStitched(whole, [cited, .. others.Select(Stream)]))
            return new(ClaimFlaw.QuoteStitched, default);
        return new(ClaimFlaw.QuoteInvented, default, OddWord(whole, cited));
    }

    private QuoteStream Stream(int passage)
    {
        if (!streams.TryGetValue(passage, out var stream))
            streams[passage] = stream = QuoteStream.Of(passages[passage]);
        return stream;
    }

    /// <summary>All of it is runs of the sources' words, each longer than chance would give.</summary>
    private static bool IsStitched(QuoteStream quote, QuoteStream[] sources)
    {
        var (runs, shortRuns) = (0, 0);
        for (var word = 0; word < quote.WordStarts.Length; runs++)
        {
            var count = sources.Max(source => Run(quote, word, source));
            if (count == 0)
                return false;
            shortRuns += count < LeastRun ? 1 : 0;
            word += count;
        }

        return runs > 1 && shortRuns * 4 <= runs && quote.WordStarts.Length >= runs * LeastRun;
    }

    private static int Run(QuoteStream quote, int word, QuoteStream source)
    {
        var count = 0;
        while (word + count < quote.WordStarts.Length && source.Holds(Words(quote, word, count + 1)))
            count++;
        return count;
    }

    private static ReadOnlySpan<char> Words(QuoteStream quote, int word, int count)
    {
        var start = quote.WordStarts[word];
        var end = word + count < quote.WordStarts.Length ? quote.WordStarts[word + count] : quote.Text.Length;
        return quote.Text.AsSpan(start, end - start);
    }

    private static string OddWord(QuoteStream quote, QuoteStream cited)
    {
        for (var word = 0; word < quote.WordStarts.Length;)
        {
            var count = Run(quote, word, cited);
            // A run that breaks is broken by the word after it, though that word may stand elsewhere.
            if (count == 0 || (count >= LeastRun && word + count < quote.WordStarts.Length))
                return Words(quote, word + count, 1).ToString();
            word += count;
        }

        return "";
    }

    [GeneratedRegex(@"^[\s«»""“”]*(?:\[?(?:…|\.{3,})\]?|\(…\)|\(\.{3}\))?|(?:\[?(?:…|\.{3,})\]?|\(…\)|\(\.{3}\))?[\s«»""“”]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OuterDots();

    [GeneratedRegex(@"\s*(?:\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,})\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Omission();
}
