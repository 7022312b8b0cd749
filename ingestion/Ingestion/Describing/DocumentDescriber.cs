using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Reads what a document says of itself: title, number, issuer, kind and the days it applies.</summary>
public static class DocumentDescriber
{
    // A "title" longer than this is a paragraph that looks like a heading.
    private const int LongestTitle = 200;

    public static DocumentProposal Describe(ReadDocument document)
    {
        var heading = document.Blocks.FirstOrDefault(block => block is { Kind: BlockKind.Heading, Page: 1, Text.Length: <= LongestTitle });
        return heading is null ? DocumentProposal.Nothing : new() { Title = new(heading.Text, heading.Text, heading.Page) };
    }
}
