using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>
/// A text as the checks read it: small letters without accents or ligatures, superscripts and full-width forms opened, one kind of space,
/// hyphen, apostrophe and quotation mark, words joined again that the line's end had broken. Each character knows where it came from.
/// Accents are let go on purpose: capitals lose them in print ("ETAT"), and damaged fonts anywhere.
/// </summary>
internal sealed class PlainText
{
    private readonly ImmutableArray<int> starts;

    private PlainText(string source, string text, ImmutableArray<int> starts)
    {
        Source = source;
        Text = text;
        this.starts = starts;
    }

    public string Source { get; }

    /// <summary>Line feeds and tabs stay, since what stands in two lines or cells is apart; but not where a sentence only wraps.</summary>
    public string Text { get; }

    public static PlainText Of(string source)
    {
        var text = new StringBuilder(source.Length + 8);
        var starts = ImmutableArray.CreateBuilder<int>(source.Length + 8);
        for (var i = 0; i < source.Length; i++)
        {
            var character = source[i];
            if (IsInvisible(character) || EndsBrokenWord(source, i))
                continue;
            if (character is '\n' or '\r')
            {
                if (!BrokenBefore(source, i))
                    Append(GoesOn(source, i) ? ' ' : '\n', i);
            }
            else if (character is '\t')
            {
                Append('\t', i);
            }
            else if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                Append(' ', i);
            }
            else if (character < 128)
            {
                Append(char.ToLowerInvariant(character) is var small && small == '`' ? '\'' : small, i);
            }
            else
            {
                foreach (var folded in Folded(source, i))
                    Append(folded, i);
            }
        }

        return new(source, text.ToString(), starts.ToImmutable());

        void Append(char character, int start)
        {
            if (character is ' ' && (text.Length == 0 || text[^1] is ' ' or '\n' or '\t'))
                return;
            if (character is '\n' or '\t' && text.Length > 0 && text[^1] is ' ' or '\n')
            {
                text[^1] = character;
                return;
            }

            text.Append(character);
            starts.Add(start);
        }
    }

    /// <summary>The characters of the source that stand for a stretch of the text.</summary>
    public TextRange SourceOf(int start, int end)
    {
        var last = starts[end - 1];
        // A letter and the mark above it go together.
        var until = last + 1;
        while (until < Source.Length && CharUnicodeInfo.GetUnicodeCategory(Source[until]) is UnicodeCategory.NonSpacingMark)
            until++;
        return new(starts[start], until - starts[start]);
    }

    public int SourceAt(int at) => starts[at];

    private static bool IsInvisible(char character) =>
        character is '\u00ad' || (character >= 128 && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate);

    /// <summary>The hyphen of "presta-" at the end of a line.</summary>
    private static bool EndsBrokenWord(string source, int at) =>
        source[at] is '-' or '\u2010' && at > 0 && at + 2 < source.Length && char.IsLower(source[at - 1]) && LineFeedAfter(source, at + 1) is { } next && char.IsLower(source[next]);

    private static bool BrokenBefore(string source, int at)
    {
        var before = at - 1;
        while (before > 0 && source[before] is ' ' or '\r' or '\n')
            before--;
        return before >= 0 && EndsBrokenWord(source, before);
    }

    /// <summary>A line that ends within its sentence: the next begins with a small letter, or with the figure that a word announces.</summary>
    private static bool GoesOn(string source, int at)
    {
        var (before, after) = (at - 1, at);
        while (after < source.Length && source[after] is ' ' or '\r' or '\n')
            after++;
        while (before > 0 && source[before] is ' ' or '\r' or '\n')
            before--;
        if (before < 0 || after + 1 >= source.Length)
            return false;
        return char.IsLower(source[after])
            ? source[after + 1] is not (')' or '°') && source[before] is not ('.' or ';' or ':')
            : char.IsDigit(source[after]) && char.IsLower(source[before]);
    }

    private static int? LineFeedAfter(string source, int at)
    {
        var feeds = 0;
        while (at < source.Length && source[at] is ' ' or '\r' or '\n')
            feeds += source[at++] is '\n' ? 1 : 0;
        return feeds == 1 && at < source.Length ? at : null;
    }

    private static string Folded(string source, int at) => source[at] switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        '’' or '‘' or 'ʼ' or '′' or '´' or '‛' => "'",
        '«' or '»' or '“' or '”' or '„' or '‟' or '″' => "\"",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' or '－' => "-",
        '…' => "...",
        '°' or '˚' => "o",
        '⁄' or '∕' => "/",
        '€' => "€",
        var other => Decomposed(other),
    };

    private static string Decomposed(char character)
    {
        var letters = new StringBuilder(4);
        foreach (var part in character.ToString().Normalize(NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(part);
            if (category is UnicodeCategory.DecimalDigitNumber)
                letters.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(part)));
            else if (category is not UnicodeCategory.NonSpacingMark)
                letters.Append(part is '⁄' ? '/' : char.ToLowerInvariant(part));
        }

        return letters.ToString();
    }
}
