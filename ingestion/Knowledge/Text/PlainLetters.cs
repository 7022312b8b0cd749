using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// A text reduced to plain letters, so that patterns need one spelling: accents dropped, ligatures opened, every space a blank,
/// every apostrophe and dash the one of the keyboard. Case is kept. Each character remembers where it came from.
/// </summary>
public sealed class PlainLetters
{
    private readonly ImmutableArray<int> _sources;

    private PlainLetters(string source, string text, ImmutableArray<int> sources)
    {
        Source = source;
        Text = text;
        _sources = sources;
    }

    public string Source { get; }

    public string Text { get; }

    public static PlainLetters Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var sources = ImmutableArray.CreateBuilder<int>(source.Length + 1);
        for (var i = 0; i < source.Length; i++)
        {
            foreach (var letter in Plain(source, i))
            {
                text.Append(letter);
                sources.Add(i);
            }
        }

        sources.Add(source.Length);
        return new(source, text.ToString(), sources.ToImmutable());
    }

    /// <summary>Position in the source of the character at this position; the source's length at the end.</summary>
    public int SourceOf(int position) => _sources[position];

    /// <summary>The plain form alone, for texts whose positions do not matter.</summary>
    public static string Fold(string source) => Of(source).Text;

    /// <summary>Letters and digits alone, small: what is left equal when two prints of one title differ in case, accents and signs.</summary>
    public static string Bare(string source) => string.Concat(Fold(source).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Plain(string source, int i)
    {
        var letter = source[i];
        if (letter < 0x80)
            return char.IsControl(letter) ? " " : letter.ToString();
        switch (letter)
        {
            case '\u00AD' or '\u200B' or '\u2060' or '\uFEFF': // soft hyphen and spaces without width
                return "";
            case '’' or '‘' or 'ʼ' or '′':
                return "'";
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212':
                return "-";
            case 'œ':
                return "oe";
            case 'Œ':
                return "OE";
            case 'æ':
                return "ae";
            case 'Æ':
                return "AE";
            case 'º':
                return "°";
        }

        if (char.IsWhiteSpace(letter))
            return " ";
        var category = CharUnicodeInfo.GetUnicodeCategory(letter);
        if (category == UnicodeCategory.NonSpacingMark)
            return "";
        return category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            ? letter.ToString().Normalize(NormalizationForm.FormD)[..1]
            : letter.ToString();
    }
}
