using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>
/// The letters, digits and signs of a text one after the other, without spaces and punctuation: what stays the same whatever the print.
/// A quote stands in a passage when its stream stands in the passage's and begins and ends where words do.
/// </summary>
internal sealed class QuoteStream
{
    private readonly PlainText plain;
    private readonly ImmutableArray<int> places;

    private QuoteStream(PlainText plain, string text, ImmutableArray<int> places, ImmutableArray<int> wordStarts)
    {
        this.plain = plain;
        Text = text;
        this.places = places;
        WordStarts = wordStarts;
    }

    public string Text { get; }

    /// <summary>Where in <see cref="Text"/> each word begins.</summary>
    public ImmutableArray<int> WordStarts { get; }

    public static QuoteStream Of(string source) => Of(PlainText.Of(source));

    public static QuoteStream Of(PlainText plain)
    {
        var (written, stream) = (plain.Text, new StringBuilder(plain.Text.Length));
        var places = ImmutableArray.CreateBuilder<int>(written.Length);
        var words = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < written.Length; i++)
        {
            var character = written[i];
            if (char.IsLetter(character) && TryEuro(written, i, out var end))
            {
                Word(i);
                Add('€', i);
                places[^1] = end - 1;
                i = end - 1;
            }
            else if (char.IsLetterOrDigit(character) || character is '%' or '€' || IsSeparator(written, i))
            {
                if (!IsSeparator(written, i))
                    Word(i);
                Add(character is '.' ? ',' : character, i);
            }
        }

        return new(plain, stream.ToString(), places.ToImmutable(), words.ToImmutable());

        void Add(char character, int at)
        {
            stream.Append(character);
            places.Add(at);
        }

        void Word(int at)
        {
            if (at == 0 || !char.IsLetterOrDigit(written[at - 1]) || !char.IsLetterOrDigit(written[at]))
                words.Add(stream.Length);
        }
    }

    /// <summary>Where the other stands as whole words, in the source's characters.</summary>
    public IEnumerable<TextRange> Find(QuoteStream quote)
    {
        if (quote.Text.Length == 0)
            yield break;
        for (var at = Text.IndexOf(quote.Text, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(quote.Text, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(at, at + quote.Text.Length))
                yield return plain.SourceOf(places[at], places[at + quote.Text.Length - 1] + 1);
        }
    }

    public bool Holds(ReadOnlySpan<char> stretch)
    {
        for (var from = 0; from + stretch.Length <= Text.Length;)
        {
            var at = Text.AsSpan(from).IndexOf(stretch);
            if (at < 0)
                return false;
            if (IsWhole(from + at, from + at + stretch.Length))
                return true;
            from += at + 1;
        }

        return false;
    }

    private bool IsWhole(int start, int end) => !Tears(start) && !Tears(end);

    /// <summary>A cut inside a word or a number: "112 mois" holds no "12 mois", "1 234,50 €" no "234,50 €".</summary>
    private bool Tears(int at)
    {
        if (at == 0 || at == Text.Length)
            return false;
        var written = plain.Text;
        var (before, after) = (places[at - 1], places[at]);
        if (!char.IsLetterOrDigit(written[before]) && !char.IsDigit(written[after]))
            return written[after] is not ('%' or '€') && IsSeparator(written, before);
        if (after == before + 1)
            return char.IsLetterOrDigit(written[after]) || IsSeparator(written, after);
        return after == before + 2 && written[before + 1] is ' ' or '-' or '/' && char.IsDigit(written[before]) && char.IsDigit(written[after])
            && (written[before + 1] is not ' ' || IsThousands(written, after));
    }

    private static bool IsThousands(string written, int at) =>
        at + 3 <= written.Length && char.IsDigit(written[at]) && char.IsDigit(written[at + 1]) && char.IsDigit(written[at + 2])
        && (at + 3 == written.Length || !char.IsDigit(written[at + 3]));

    /// <summary>The comma of "5,20"; the point between thousands is none.</summary>
    private static bool IsSeparator(string written, int at)
    {
        if (written[at] is not (',' or '.') || at == 0 || at + 1 >= written.Length || !char.IsDigit(written[at - 1]) || !char.IsDigit(written[at + 1]))
            return false;
        return written[at] is ',' || !IsThousands(written, at + 1);
    }

    private static bool TryEuro(string written, int at, out int end)
    {
        end = at;
        if (written[at] is not 'e' || (at > 0 && char.IsLetterOrDigit(written[at - 1])))
            return false;
        foreach (var word in (ReadOnlySpan<string>)["euros", "euro", "eur"])
        {
            if (written.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && (at + word.Length == written.Length || !char.IsLetterOrDigit(written[at + word.Length])))
            {
                end = at + word.Length;
                return true;
            }
        }

        return false;
    }
}
