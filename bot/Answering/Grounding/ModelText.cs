using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What a model says, made one line of plain text: no markup, no link, no citation number of its own, nothing that can't be seen.</summary>
internal static partial class ModelText
{
    /// <param name="text">As it came.</param>
    /// <param name="length">Most characters; longer text is none, since a half of it may say the opposite.</param>
    public static string Of(string text, int length)
    {
        if (text.Length > length * 4)
            return "";
        var plain = Link().Replace(Visible(text), match => match.Groups["text"].Value);
        plain = Tag().Replace(plain, " ");
        plain = CitationNumber().Replace(plain, "");
        plain = Markup().Replace(plain, "");
        plain = Spaces().Replace(plain, " ").Trim();
        return plain.Length <= length ? plain : "";
    }

    /// <summary>Quoted words: as they came, without the marks that a model sets around them.</summary>
    public static string Quote(string text, int length)
    {
        if (text.Length > length * 4)
            return "";
        var quote = Visible(text).Trim();
        quote = quote.Trim('…').Trim();
        quote = quote.StartsWith("...", StringComparison.Ordinal) ? quote[3..].TrimStart() : quote;
        quote = quote.EndsWith("[...]", StringComparison.Ordinal) ? quote[..^5].TrimEnd() : quote.EndsWith("...", StringComparison.Ordinal) ? quote[..^3].TrimEnd() : quote;
        if (quote is ['«', .., '»'] or ['"', .., '"'] or ['“', .., '”'])
            quote = quote[1..^1].Trim();
        return quote.Length <= length ? quote : "";
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(text, i) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                    visible.Append(text, i, 2);
                i++;
                continue;
            }

            visible.Append(CharUnicodeInfo.GetUnicodeCategory(text[i]) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => "",
                _ => text[i].ToString(),
            });
        }

        return visible.ToString();
    }

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s+""[^""]{0,300}"")?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[a-zA-Z!][^<>]{0,500}>|<\|[^<>|]{0,100}\|>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s*(?:\[\s*(?:passages?\s*)?\d{1,3}(?:\s*[,;-]\s*\d{1,3})*\s*\]|\((?:cf\.? |voir )?(?:le |les )?passages?\s*(?:n°\s*)?\d{1,3}(?:\s*(?:,|et|and)\s*\d{1,3})*\))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CitationNumber();

    [GeneratedRegex(@"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`+|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|^\s*(?:#{1,6}|[-*•>])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
