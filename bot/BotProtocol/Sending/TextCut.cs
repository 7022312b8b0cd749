namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>Shortens texts without leaving half a line, half a word or half a character.</summary>
internal static class TextCut
{
    private const string Ellipsis = "…";

    /// <summary>The lines that fit, with a sentence below that says so.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="most">Characters kept of it.</param>
    /// <param name="notice">The sentence; null: three dots.</param>
    public static string At(string text, int most, string? notice)
    {
        if (text.Length <= most)
            return text;
        var kept = text.AsSpan(0, most);
        var end = kept.LastIndexOf('\n');
        // One endless line is cut at a word.
        if (end < most / 2)
            end = Math.Max(end, kept.LastIndexOf(' '));
        var lines = (end > 0 ? text[..end] : Whole(text, most)).TrimEnd();
        return lines.Length == 0 ? notice ?? Ellipsis : $"{lines}\n\n{notice ?? Ellipsis}";
    }

    /// <summary>One line of at most so many characters, three dots included.</summary>
    public static string Line(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : Whole(line, most - Ellipsis.Length).TrimEnd() + Ellipsis;
    }

    private static string Whole(string text, int most) => text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
