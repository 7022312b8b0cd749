namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>
/// Finds the numbers that call a page's footnotes, so that they do not run into the word before them: "Article L. 581-1" with
/// note 1 must not become L. 581-11.
/// </summary>
internal static class NoteCalls
{
    /// <summary>The page's words, those that end with a call cut in two.</summary>
    public static void Mark(IReadOnlyList<Footnote> notes, List<Line> segments)
    {
        var open = notes.Select(note => note.Marker).ToHashSet(StringComparer.Ordinal);
        foreach (var word in segments.SelectMany(segment => segment.Words))
        {
            if (word.IsGlued && open.Contains(Bare(word.Text)))
            {
                word.IsNoteCall = true;
                open.Remove(Bare(word.Text));
            }
        }
    }

    private static string Bare(string text) => text.Trim('(', ')', '[', ']');
}
