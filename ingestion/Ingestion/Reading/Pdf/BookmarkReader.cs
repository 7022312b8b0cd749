using AgentHelpdesk.Ingestion.Reading.Joining;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>Reads the PDF's own outline.</summary>
internal static class BookmarkReader
{
    private const int MostBookmarks = 10_000;

    public static List<Bookmark> Read(PdfDocument document)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
            return [];

        return [.. bookmarks.GetNodes().Take(MostBookmarks).OfType<DocumentBookmarkNode>().Select(node => new Bookmark(node.Title, node.Level + 1, node.PageNumber))];
    }
}
