using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// A text in the form in which a quote is compared: ligatures opened, hyphens, apostrophes, quotation marks and spaces made one, case
/// folded, accents composed. Each character remembers the one it was made from. Normalising twice gives the same as once.
/// </summary>
internal sealed class NormalizedText
{
    private readonly ImmutableArray<int> starts;
    private readonly ImmutableArray<int> ends;

    private NormalizedText(string text, ImmutableArray<int> starts, ImmutableArray<int> ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public string Text { get; }

    public static NormalizedText Of(string original)
    {
        var text = new StringBuilder(original.Length);
        var starts = ImmutableArray.CreateBuilder<int>(original.Length);
        var ends = ImmutableArray.CreateBuilder<int>(original.Length);
        for (var i = 0; i < original.Length;)
        {
            var length = 1;
            while (i + length < original.Length && CharUnicodeInfo.GetUnicodeCategory(original[i + length]) is UnicodeCategory.NonSpacingMark)
                length++;
            foreach (var character in Folded(original, i, length))
                Append(character, i, i + length);
            i += length;
        }

        TrimEnd();
        return new(text.ToString(), starts.ToImmutable(), ends.ToImmutable());

        void Append(char character, int start, int end)
        {
            if (character == ' ' && (text.Length == 0 || text[^1] is ' ' or '"' or '(' or '['))
                return;
            if (ClosesUp(character))
                TrimEnd();
            text.Append(character);
            starts.Add(start);
            ends.Add(end);
        }

        void TrimEnd()
        {
            while (text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
                starts.RemoveAt(starts.Count - 1);
                ends.RemoveAt(ends.Count - 1);
            }
        }
    }

    /// <summary>Where <paramref name="quote"/> stands as whole words, in the original text's characters, in order.</summary>
    public IEnumerable<TextRange> Find(NormalizedText quote)
    {
        if (quote.Text.Length == 0)
            yield break;
        for (var at = Text.IndexOf(quote.Text, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(quote.Text, at + 1, StringComparison.Ordinal))
        {
            var end = at + quote.Text.Length;
            if (!TearsWord(at) && !TearsWord(end))
                yield return new(starts[at], ends[end - 1] - starts[at]);
        }
    }

    public bool Contains(NormalizedText quote) => Find(quote).Any();

    /// <summary>A cut between two letters or digits, or inside a number, would change what is said ("112 mois" holds no "12 mois").</summary>
    private bool TearsWord(int at)
    {
        if (at == 0 || at == Text.Length)
            return false;
        var (before, after) = (Text[at - 1], Text[at]);
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
            return true;
        return at + 1 < Text.Length && char.IsDigit(before) && after is ',' or '.' or '-' or ' ' && char.IsDigit(before) && char.IsDigit(Text[at + 1]) && (after != ' ' || IsThousands(at + 1))
            || (at >= 2 && char.IsDigit(after) && before is ',' or '.' or '-' or ' ' && char.IsDigit(Text[at - 2]) && (before != ' ' || IsThousands(at)));
    }

    private bool IsThousands(int at) =>
        at + 3 <= Text.Length && char.IsDigit(Text[at]) && char.IsDigit(Text[at + 1]) && char.IsDigit(Text[at + 2]) && (at + 3 == Text.Length || !char.IsDigit(Text[at + 3]));

    private static bool ClosesUp(char character) => character is '"' or ')' or ']' or ':' or ';' or ',' or '.' or '!' or '?' or '%' or '€' or '°';

    private static string Folded(string original, int start, int length)
    {
        var character = original[start];
        if (length > 1)
            return Compose(original.Substring(start, length)).ToLowerInvariant();
        return character switch
        {
            'œ' or 'Œ' => "oe",
            'æ' or 'Æ' => "ae",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' or 'ﬆ' => "st",
            '’' or '‘' or 'ʼ' or '′' or '`' or '´' or '‛' => "'",
            '«' or '»' or '“' or '”' or '„' or '‟' or '″' => "\"",
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' or '－' => "-",
            '…' => "...",
            'º' or '˚' => "°",
            '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' => "",
            _ when char.IsWhiteSpace(character) || char.IsControl(character) => " ",
            _ when char.IsLowSurrogate(character) || char.IsHighSurrogate(character) => character.ToString(),
            _ => char.ToLowerInvariant(character).ToString(),
        };
    }

    private static string Compose(string cluster)
    {
        try
        {
            return cluster.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate before a mark: text from a damaged font; compared as it stands.
            return cluster;
        }
    }
}
