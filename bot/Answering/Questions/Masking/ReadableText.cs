using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>
/// A text as patterns read it: composed letters, plain spaces, dashes, apostrophes and digits, nothing invisible; each character knows
/// which characters of the text given it came from.
/// </summary>
internal sealed class ReadableText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private ReadableText(string text, int[] starts, int[] ends)
    {
        Text = text;
        Folded = FoldedText.Of(text);
        _starts = starts;
        _ends = ends;
    }

    public string Text { get; }

    /// <summary><see cref="Text"/> in small letters without accents, position by position.</summary>
    public string Folded { get; }

    public static ReadableText Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var (starts, ends) = (new List<int>(source.Length), new List<int>(source.Length));
        for (var i = 0; i < source.Length;)
        {
            var end = i + 1;
            while (end < source.Length && IsMark(source[end]))
                end++;
            if (end > i + 1 || !IsInvisible(source[i]))
            {
                foreach (var character in end == i + 1 ? source.AsSpan(i, 1) : Composed(source[i..end]))
                {
                    text.Append(Plain(character));
                    starts.Add(i);
                    ends.Add(end);
                }
            }

            i = end;
        }

        return new(text.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>The same stretch in the text given.</summary>
    public PersonalSpan InSource(PersonalSpan span) => new(_starts[span.Start], _ends[span.End - 1] - _starts[span.Start], span.Kind);

    /// <summary>With these stretches replaced, so that what they hid from each other can be read.</summary>
    /// <param name="spans">In the text's order.</param>
    public ReadableText Cover(IReadOnlyList<PersonalSpan> spans)
    {
        var text = new StringBuilder(Text.Length);
        var (starts, ends) = (new List<int>(Text.Length), new List<int>(Text.Length));
        var position = 0;
        foreach (var span in spans)
        {
            Copy(position, span.Start);
            var (word, source) = (PersonalDataMask.WordFor(span.Kind), InSource(span));
            text.Append(word);
            starts.AddRange(Enumerable.Repeat(source.Start, word.Length));
            ends.AddRange(Enumerable.Repeat(source.End, word.Length));
            position = span.End;
        }

        Copy(position, Text.Length);
        return new(text.ToString(), [.. starts], [.. ends]);

        void Copy(int from, int to)
        {
            text.Append(Text, from, to - from);
            starts.AddRange(_starts.AsSpan(from, to - from));
            ends.AddRange(_ends.AsSpan(from, to - from));
        }
    }

    private static string Composed(string cluster)
    {
        try
        {
            return cluster.Normalize();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: nothing that a mark could be joined to.
            return cluster;
        }
    }

    private static bool IsMark(char character) =>
        character > '\u02ff' && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsInvisible(char character) =>
        character is '\u00ad' || (character > '\u02ff' && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format);

    private static char Plain(char character) => character switch
    {
        < '\u0080' => character is '\t' ? ' ' : character,
        '’' or '‘' or 'ʼ' or '´' or '＇' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '−' or '－' => '-',
        '＠' => '@',
        '．' or '·' or '•' => '.',
        '＋' => '+',
        _ when char.IsWhiteSpace(character) => ' ',
        _ when CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit => (char)('0' + digit),
        _ => character,
    };
}
