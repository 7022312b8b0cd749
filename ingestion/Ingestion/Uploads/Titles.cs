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
        if (document.Title is { Length: > 0 and <= MaxLength } own)
            return own.Trim();
        var heading = document.Blocks.FirstOrDefault(block => block is { Kind: BlockKind.Heading, Page: 1 })?.Text.ReplaceLineEndings(" ").Trim();
        return heading is { Length: > 0 and <= MaxLength } ? heading : Path.GetFileNameWithoutExtension(upload.FileName);
    }
}
