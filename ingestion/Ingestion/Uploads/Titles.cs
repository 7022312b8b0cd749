using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>What a document is called: metadata, else the PDF's own title, else its first heading, else the file's name.</summary>
internal static class Titles
{
    // A "title" longer than this is a paragraph that looks like a heading.
    private const int MaxLength = 200;

    public static string Of(Upload upload, ReadDocument document)
    {
        if (upload.Metadata?.Title is { } given)
            return given;
        if (Spaced(document.Title) is { Length: > 0 and <= MaxLength } own)
            return own;
        var heading = Spaced(document.Blocks.FirstOrDefault(block => block is { Kind: BlockKind.Heading, Page: 1 })?.Text);
        // A single word ("ANNEXE", "NOTE") names a kind of document, not this one.
        return heading.Length <= MaxLength && heading.Contains(' ', StringComparison.Ordinal) ? heading : Path.GetFileNameWithoutExtension(upload.FileName);
    }

    private static string Spaced(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
