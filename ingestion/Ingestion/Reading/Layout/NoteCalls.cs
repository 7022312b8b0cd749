namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>
/// Finds the numbers that call a page's footnotes, so that they do not run into the word before them: "Article L. 581-1" with
/// note 1 must not become L. 581-11.
/// </summary>
internal static class NoteCalls
{
    public static void Mark(IReadOnlyList<Footnote> notes, List<Line> segments)
    {
        var open = notes.Select(note => note.Marker).ToHashSet(StringComparer.Ordinal);
        if (open.Count == 0)
            return;

        for (var i = 0; i < segments.Count; i++)
        {
            var called = false;
            foreach (var word in segments[i].Words)
            {
                if (word.IsGlued && open.Remove(Bare(word.Text)))
                    word.IsNoteCall = called = true;
            }

            if (called)
                segments[i] = new(segments[i].Page, segments[i].Words);
        }

        // Set like the text itself, a call shows only by what it stands behind: "renouvelable.1".
        for (var i = 0; i < segments.Count && open.Count > 0; i++)
        {
            var words = segments[i].Words.SelectMany(word => Cut(word, open)).ToList();
            if (words.Count > segments[i].Words.Count)
                segments[i] = new(segments[i].Page, words);
        }
    }

    private static IEnumerable<Word> Cut(Word word, HashSet<string> open)
    {
        var end = word.Text.Length;
        var start = end;
        while (start > 0 && (char.IsAsciiDigit(word.Text[start - 1]) || word.Text[start - 1] == '*'))
            start--;
        if (start == end || start < 2 || !FollowsText(word.Text, start) || !open.Remove(word.Text[start..]))
            return [word];

        var at = word.Left + ((word.Right - word.Left) * start / end);
        return [word.Part(word.Text[..start], word.Left, at), word.Part(word.Text[start..], at, word.Right, isNoteCall: true)];
    }

    private static bool FollowsText(string text, int start) =>
        text[start - 1] is '.' or ',' or ';' or ')' or '»' or '%' && !char.IsDigit(text[start - 2]) || char.IsLower(text[start - 1]) && char.IsLower(text[start - 2]);

    private static string Bare(string text) => text.Trim('(', ')', '[', ']');
}
