namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>An entry of the PDF's own outline.</summary>
/// <param name="Title">As shown in the viewer's side bar.</param>
/// <param name="Level">Depth, from 1.</param>
/// <param name="Page">The physical page it points to.</param>
internal sealed record Bookmark(string Title, int Level, int Page);

/// <summary>Finds the paragraph that each bookmark points to: on its page, the one that says the same.</summary>
internal static class Bookmarks
{
    public static void Match(IReadOnlyList<IFlow> flow, IReadOnlyList<Bookmark> bookmarks)
    {
        var paragraphs = flow.OfType<Paragraph>()
            .Where(paragraph => paragraph.Lines.Count <= 6)
            .ToLookup(paragraph => (paragraph.Page, Key(string.Concat(paragraph.Lines.Select(line => line.Text)))));
        foreach (var bookmark in bookmarks)
        {
            var key = Key(bookmark.Title);
            if (key.Length < 2)
                continue;
            var target = paragraphs[(bookmark.Page, key)].Where(paragraph => paragraph.BookmarkLevel is null).MaxBy(paragraph => paragraph.Size);
            if (target is not null)
                target.BookmarkLevel = bookmark.Level;
        }
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
